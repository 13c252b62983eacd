using System.Text.RegularExpressions;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Tests.Support;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

/// <summary>What the templates add to a talk is all in the channel's language: a talk without a Latin letter makes a post without one.</summary>
public sealed partial class NoMixTests
{
    public static TheoryData<string, StepKind, TalkStatus> Rows
    {
        get
        {
            var rows = new TheoryData<string, StepKind, TalkStatus>();
            foreach (var language in new[] { "ja", "zh-Hans", "zh-Hant" })
            {
                foreach (var kind in Enum.GetValues<StepKind>())
                {
                    rows.Add(language, kind, TalkStatus.Confirmed);
                    rows.Add(language, kind, TalkStatus.Cancelled);
                    rows.Add(language, kind, TalkStatus.Postponed);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void No_label_is_in_Latin_letters(string language, StepKind kind, TalkStatus status)
    {
        var person = new Person { Id = new PersonId("p"), Name = "田中", Headline = "作家" };
        var talk = Sample.Talk with
        {
            Status = status,
            Language = language,
            Title = "題",
            Subtitle = "副題",
            Summary = RichText.Plain("本文").Then(RichText.Plain("続き")),
            Place = new Place("会館", "一番地", new Uri("https://map.example.org/")),
            People = [new TalkPerson(person.Id, "Guest"), new TalkPerson(person.Id, "Moderator")],
            Links = [new TypedLink("book", "Book", new Uri("https://example.org/1")), new TypedLink("recording", "Recording", new Uri("https://example.org/2")), new TypedLink("website", "Website", new Uri("https://example.org/3"))],
        };
        var series = Sample.Series with { Name = "講座", Hashtags = [] };
        var zones = new[] { "Asia/Tokyo", "Europe/London", "America/New_York" }.Select(id => new ExtraZone(DateTimeZoneProviders.Tzdb[id], null));
        var channel = Translated.In(language) with { Zones = [.. zones] };
        TalkStart[] starts = [talk.Start, new TalkStart.OnDate(new LocalDate(2027, 1, 20), Sample.Tokyo), new TalkStart.ToBeAnnounced(null)];

        foreach (var start in starts)
        {
            foreach (var left in new[] { Duration.FromDays(7), Duration.FromMinutes(90), Duration.Zero })
            {
                foreach (var rung in new[] { Rung.Full, Rung.ShortSummary })
                {
                    var post = Sample.Compose(
                        talk with { Start = start }, kind, rung, Sample.Start - left, Sample.Catalogue(series, person), channel);

                    Assert.DoesNotMatch(Latin(), WordsOf(post));
                }
            }
        }
    }

    [Fact]
    public void The_check_itself_can_fail() =>
        Assert.Matches(Latin(), WordsOf(Sample.Compose(Sample.Talk, channel: Translated.In("ja"))));

    // An address is the same in every language.
    private static string WordsOf(Post post) => Address().Replace(
        $"{Readable.Words(RichText.Of(new Block.Paragraph(post.Lead)))}\n{Readable.Words(post.Body)}\n{string.Join('\n', post.Buttons.Select(button => button.Label))}", "");

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex("https?://[!-~]+")]
    private static partial Regex Address();
}
