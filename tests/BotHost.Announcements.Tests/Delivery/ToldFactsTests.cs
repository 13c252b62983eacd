using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;
using NodaTime;
using NodaTime.TimeZones;

namespace BotHost.Announcements.Tests.Delivery;

public sealed class ToldFactsTests
{
    private static readonly string[] Languages = ["en", "ja"];

    public static TheoryData<string, Func<TalkBuilder, TalkBuilder>> Told => new()
    {
        { "title", talk => talk.Titled("Another") },
        { "subtitle", talk => talk.Titled("Chinese Immigration and Its Discontents", "A subtitle") },
        { "number", talk => talk.Numbered("177") },
        { "summary", talk => talk.Summary("New words") },
        { "day", talk => talk.At(2027, 1, 21, 19) },
        { "hour", talk => talk.At(2027, 1, 20, 20) },
        { "zone", talk => talk.InZone("Asia/Seoul") },
        { "a date without an hour", talk => talk.OnDate(2027, 1, 20) },
        { "no date", talk => talk.ToBeAnnounced() },
        { "why there is no date", talk => talk.ToBeAnnounced("after the summer") },
        { "place", talk => talk.Place("Library") },
        { "address", talk => talk.Place("Hall", "1 Main Street") },
        { "map", talk => talk.Place("Hall", null, "https://example.org/map") },
        { "online link", talk => talk.Online("https://example.org/join") },
        { "reveal of the link", talk => talk.Online("https://example.org/room", Instant.FromUtc(2027, 1, 20, 9, 0)) },
        { "another person", talk => talk.By(PersonBuilder.InterviewerId, "Host") },
        { "link", talk => talk.Link("slides", "Slides", "https://example.org/slides") },
        { "status", talk => talk.Is(TalkStatus.Cancelled) },
        { "translated title", talk => talk.With(Translated("ja", new TalkTranslation { Title = "移民" })) },
        { "translated summary", talk => talk.With(Translated("ja", new TalkTranslation { Summary = RichText.Plain("要約") })) },
        { "translated role", talk => talk.With(Translated("ja", new TalkTranslation { Roles = ImmutableDictionary<string, string>.Empty.Add("Guest", "ゲスト") })) },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void A_change_of_what_is_told_is_a_difference(string fact, Func<TalkBuilder, TalkBuilder> change)
    {
        var before = FactsOf(Builder());
        var after = FactsOf(change(Builder()));

        Assert.False(FactSheet.TellTheSame(before, after), fact);
        Assert.NotEqual(before.Hash, after.Hash);
    }

    [Fact]
    public void The_same_wall_clock_time_is_a_difference_where_the_rules_of_its_zone_changed_and_none_to_what_an_older_version_told()
    {
        var before = FactsOf(Builder());
        var after = FactsOf(Builder().With(talk => talk with
        {
            Start = new TalkStart.At(((TalkStart.At)talk.Start).Local, new OneOffset(talk.Zone.Id, Offset.FromHours(8))),
        }));
        var withoutInstant = before with { Json = before.Json.Replace("\"instant\":\"2027-01-20T10:00:00Z\",", "", StringComparison.Ordinal), Hash = "of an older version" };

        Assert.Contains("\"start\":\"2027-01-20T19:00[Asia/Tokyo]\"", after.Json, StringComparison.Ordinal);
        Assert.False(FactSheet.TellTheSame(before, after));
        Assert.DoesNotContain("instant", withoutInstant.Json, StringComparison.Ordinal);
        Assert.True(FactSheet.TellTheSame(withoutInstant, after));
    }

    public static TheoryData<string, Func<TalkBuilder, TalkBuilder>> Untold => new()
    {
        { "nothing", talk => talk },
        { "tags", talk => talk.Tagged("history") },
        { "when it is announced", talk => talk.AnnouncedAt(Instant.FromUtc(2027, 1, 1, 0, 0)) },
        { "campaign", talk => talk.OnCampaign(null) },
        { "a translation that the channel does not speak", talk => talk.With(Translated("fr", new TalkTranslation { Title = "L'immigration" })) },
    };

    [Theory]
    [MemberData(nameof(Untold))]
    public void A_change_of_what_nobody_is_told_is_none(string fact, Func<TalkBuilder, TalkBuilder> change)
    {
        Assert.Equal(FactsOf(Builder()), FactsOf(change(Builder())));
        Assert.NotEmpty(fact);
    }

    [Fact]
    public void A_persons_name_bio_and_links_are_told_with_the_talk()
    {
        var talk = Builder().Build();
        var facts = new[]
        {
            Sheet(new PersonBuilder()), Sheet(new PersonBuilder().Named("Takehiro M.")), Sheet(new PersonBuilder().Bio("Writes.")),
            Sheet(new PersonBuilder().Headline("Writer")), Sheet(new PersonBuilder().Link("home", "Home", "https://example.org")),
        };

        Assert.Distinct(facts.Select(sheet => sheet.Hash));

        RecordedFacts Sheet(PersonBuilder person) => Write(new CatalogueBuilder().With(talk).With(person).Build(), talk);
    }

    [Fact]
    public void A_fact_that_only_one_version_writes_down_is_no_difference_and_a_value_that_is_gone_is_one()
    {
        var current = FactsOf(Builder().Titled("T", "S"));
        var older = current with { Json = current.Json.Replace("\"subtitle\":\"S\",", "", StringComparison.Ordinal), Hash = "older" };
        var newer = current with { Json = current.Json.Replace("\"subtitle\":", "\"mood\":\"good\",\"subtitle\":", StringComparison.Ordinal), Hash = "newer" };
        var gone = FactsOf(Builder().Titled("T"));

        Assert.NotEqual(current.Json, older.Json);
        Assert.NotEqual(current.Json, newer.Json);
        Assert.True(FactSheet.TellTheSame(older, current));
        Assert.True(FactSheet.TellTheSame(newer, current));
        Assert.False(FactSheet.TellTheSame(current, gone));
    }

    [Fact]
    public void Without_its_facts_a_sheet_keeps_its_hash_and_what_was_told_aloud()
    {
        var facts = FactsOf(Builder().ToBeAnnounced());

        var trimmed = FactSheet.Trim(facts);

        Assert.Equal(facts.Hash, trimmed.Hash);
        Assert.Equal(new Aloud("", AwaitsDate: true) { Status = "confirmed" }, FactSheet.AloudOf(trimmed));
        Assert.InRange(trimmed.Json.Length, 1, 100);
    }

    [Fact]
    public void What_cannot_be_read_tells_nothing_and_throws_nothing()
    {
        var garbled = new RecordedFacts("not json", "x");

        Assert.Null(FactSheet.AloudOf(garbled));
        Assert.False(FactSheet.TellTheSame(garbled, FactsOf(Builder())));
        Assert.Equal(garbled, FactSheet.Trim(garbled));
    }

    private static TalkBuilder Builder() => new TalkBuilder().By(PersonBuilder.GuestId).Place("Hall").Online("https://example.org/room").Link("book", "Book", "https://example.org/b");

    private static RecordedFacts FactsOf(TalkBuilder builder)
    {
        var talk = builder.Build();
        return Write(new CatalogueBuilder().With(talk).Build(), talk);
    }

    private static RecordedFacts Write(TalkCatalogue catalogue, Talk talk) =>
        FactSheet.Write(ToldFacts.Of(catalogue, talk, Languages), Aloud.Of(talk));

    private static Func<Talk, Talk> Translated(string language, TalkTranslation translation) => talk => talk with
    {
        Translations = new Translations<TalkTranslation>(talk.Translations.ByTag.SetItem(language, translation)),
    };

    /// <summary>A zone as another database would have it.</summary>
    private sealed class OneOffset(string id, Offset offset) : DateTimeZone(id, isFixed: true, offset, offset)
    {
        public override ZoneInterval GetZoneInterval(Instant instant) => new(Id, null, null, MinOffset, Offset.Zero);
    }
}
