using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Composing;
using BotHost.Posts.Reading;
using BotHost.Posts.Templates;
using NodaTime;

namespace BotHost.Posts.Tests.Support;

/// <summary>Talk 176 with everything that a talk can have, and what is needed to compose it.</summary>
internal static class Sample
{
    public static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    public static readonly Instant Start = Instant.FromUtc(2027, 1, 20, 10, 0);

    public static readonly Channel Channel = new()
    {
        Id = new ChannelId("news"),
        Address = new ChannelAddress(new PlatformId("chat"), "1"),
        Languages = ["en"],
        Mention = "everyone",
    };

    private static readonly CatalogueComposer Composer = new(TemplateLibrary.BuiltIn());

    public static Person Guest { get; } = new()
    {
        Id = new PersonId("takehiro-masutomo"),
        Name = "Takehiro Masutomo",
        NativeName = "舛友 雄大",
        Headline = "Journalist in three countries",
        Bio = Markdown("Takehiro Masutomo is a *quadrilingual* journalist and adjunct researcher at Waseda University.\n\nBefore, he covered international news with a focus on Japan."),
        Links = [new TypedLink("podcast", "Asia Frontline", new Uri("https://podcast.example.org/"))],
    };

    public static Person Interviewer { get; } = new()
    {
        Id = new PersonId("chang-che"),
        Name = "Chang Che",
        Bio = Markdown("Chang Che writes about Chinese politics and society."),
    };

    public static Series Series { get; } = new()
    {
        Id = new SeriesId("asian-talk"),
        Name = "Asian Talk",
        Heading = "New Event",
        Hashtags = ["AsianTalk", "#Tokyo"],
    };

    public static Talk Talk { get; } = new()
    {
        Id = new TalkId("asian-talk-176"),
        Series = Series.Id,
        Number = "176",
        Title = "Chinese Immigration and Its Discontents",
        Subtitle = "an interview with Takehiro Masutomo",
        Summary = Markdown("“Rùn (潤/润)” once meant **profit**, and now it means to leave.\n\nThe newcomers are already changing Japan."),
        Start = new TalkStart.At(new LocalDateTime(2027, 1, 20, 19, 0), Tokyo),
        Zone = Tokyo,
        Length = Duration.FromMinutes(90),
        Place = new Place("Old School House", "1-2-3 Hongo, Tokyo", new Uri("https://map.example.org/?q=hongo&z=1")),
        Online = new OnlineLink(new Uri("https://meet.example.org/176"), Start - Duration.FromHours(24)),
        People = [new TalkPerson(Guest.Id, "Guest"), new TalkPerson(Interviewer.Id, "Interviewer")],
        Links =
        [
            new TypedLink("book", "The book", new Uri("https://str.toyokeizai.net/books/9784492224243/")),
            new TypedLink("registration", "Sign up", new Uri("https://signup.example.org/176")),
        ],
        Language = "en",
        Status = TalkStatus.Confirmed,
    };

    /// <summary>No more than a talk must have.</summary>
    public static Talk Empty { get; } = new()
    {
        Id = new TalkId("empty"),
        Series = Series.Id,
        Title = "Soon",
        Start = new TalkStart.ToBeAnnounced(null),
        Zone = Tokyo,
        Length = Duration.FromHours(1),
        Language = "en",
        Status = TalkStatus.Confirmed,
    };

    public static RichText Markdown(string text) => new MarkdigReader().Read(text);

    public static Step Step(StepKind kind, bool mentions = false) =>
        new(new StepId("step"), kind, new StepTime.AtStart(), mentions);

    public static TalkCatalogue Catalogue(Series? series = null, params Person[] people) => new()
    {
        Community = new Community("Asian Talk", Tokyo, ["en"]),
        Series = ImmutableDictionary<SeriesId, Series>.Empty.Add(Series.Id, series ?? Series),
        People = new[] { Guest, Interviewer }.Concat(people).GroupBy(person => person.Id).ToImmutableDictionary(same => same.Key, same => same.Last()),
    };

    public static Post Compose(
        Talk talk,
        StepKind kind = StepKind.Announcement,
        Rung rung = Rung.Full,
        Instant? now = null,
        TalkCatalogue? catalogue = null,
        Channel? channel = null,
        bool mentions = false,
        PostDetail? detail = null) =>
        Composer.Compose(catalogue ?? Catalogue(), talk, Step(kind, mentions), channel ?? Channel, now ?? Start - Duration.FromDays(21), detail ?? new PostDetail(rung, Rung.Full));
}
