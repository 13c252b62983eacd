using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Rendering.Tests.Reading;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Rendering.Tests.Cases;

/// <summary>A talk for a channel as texts and choices, so that it can be made smaller and still be read when a test fails.</summary>
internal sealed record TalkCase
{
    public string Title { get; init; } = "Title";

    public string? Subtitle { get; init; }

    public string Summary { get; init; } = "";

    public string? TranslatedTitle { get; init; }

    public string TranslatedSummary { get; init; } = "";

    public string Series { get; init; } = "Series";

    public string? Heading { get; init; }

    public string? Number { get; init; }

    public string? Place { get; init; }

    public string? Address { get; init; }

    public string? Map { get; init; }

    public string? Online { get; init; }

    public string? Hashtag { get; init; }

    public ImmutableArray<CasePerson> People { get; init; } = [];

    public ImmutableArray<CaseLink> Links { get; init; } = [];

    public string Language { get; init; } = "en";

    public ImmutableArray<string> Readers { get; init; } = ["en"];

    public TalkStatus Status { get; init; } = TalkStatus.Confirmed;

    public StepKind Kind { get; init; } = StepKind.Announcement;

    /// <summary>0: at an hour; 1: on a day; 2: to be announced.</summary>
    public int Start { get; init; }

    public string? Reason { get; init; }

    public string? Layout { get; init; }

    public string? Mention { get; init; }

    public bool Silent { get; init; }

    public bool LinkPreview { get; init; }

    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>0: none; 1: a file; 2: an address; 3: a file that cannot be posted.</summary>
    public int Picture { get; init; }

    public string? Alt { get; init; }

    /// <summary>What a post cannot do without, at its longest: nothing else counts where one does not fit.</summary>
    public int FactsLength => new[] { Title, TranslatedTitle, Series, Heading, Number, Place, Address, Map, Online, Reason }
        .Concat(Links.Select(link => link.Label + link.Url)).Sum(text => text?.Length ?? 0);

    public static Instant Now { get; } = Instant.FromUtc(2027, 1, 10, 9, 0);

    public Channel ChannelOn(Channel template) => template with
    {
        Languages = Readers,
        Layout = Layout,
        Mention = Mention,
        Silent = Silent,
        LinkPreview = LinkPreview,
        Zones = [.. Zones.Select(zone => new ExtraZone(DateTimeZoneProviders.Tzdb[zone], null))],
    };

    public Step Step => new(new StepId("step"), Kind, new StepTime.AtStart(), Mentions: true);

    public (TalkCatalogue Catalogue, Talk Talk) Build(IMarkdownReader reader, PlatformId platform)
    {
        var people = People.Select((person, index) => new Person
        {
            Id = new PersonId($"person-{index}"),
            Name = person.Name,
            NativeName = person.Native,
            Headline = person.Headline,
            Bio = reader.Read(person.Bio),
            Handles = person.Handle is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add(platform.Value, person.Handle),
        }).ToList();
        var zone = CatalogueBuilder.Tokyo;
        var talk = new TalkBuilder("talk").Build() with
        {
            Title = Title,
            Subtitle = Subtitle,
            Summary = reader.Read(Summary),
            Number = Number,
            Place = Place is null ? null : new Place(Place, Address, Map is null ? null : new Uri(Map)),
            Online = Online is null ? null : new OnlineLink(new Uri(Online)),
            People = [.. People.Select((person, index) => new TalkPerson(new PersonId($"person-{index}"), person.Role))],
            Links = [.. Links.Select(link => new TypedLink(link.Kind, link.Label, new Uri(link.Url)))],
            Language = Language,
            Status = Status,
            Image = ImageOf(),
            Translations = TranslationsOf(reader),
            Start = Start switch
            {
                0 => new TalkStart.At(new LocalDateTime(2027, 1, 20, 19, 0), zone),
                1 => new TalkStart.OnDate(new LocalDate(2027, 1, 20), zone),
                _ => new TalkStart.ToBeAnnounced(Reason),
            },
        };
        var series = new Series { Id = talk.Series, Name = Series, Heading = Heading, Zone = zone, Hashtags = Hashtag is null ? [] : [Hashtag] };
        var catalogue = new CatalogueBuilder().With(series).With(talk).Change(catalogue => catalogue).Build() with
        {
            People = people.ToImmutableDictionary(person => person.Id),
        };
        return (catalogue, talk);
    }

    public override string ToString() => "{" + string.Join(", ", typeof(TalkCase).GetProperties()
        .Where(property => property.CanWrite && !Equals(Shown(property.GetValue(this)), Shown(property.GetValue(Smallest))))
        .Select(property => $"{property.Name} = {Shown(property.GetValue(this))}")) + "}";

    private static TalkCase Smallest { get; } = new();

    private static string Shown(object? value) => value switch
    {
        string text => $"\"{Escaped.Of(text)}\"",
        ImmutableArray<string> texts => $"[{string.Join(", ", texts)}]",
        ImmutableArray<CaseLink> links => $"[{string.Join(", ", links.Select(link => $"{link.Kind} \"{Escaped.Of(link.Label)}\" {Escaped.Of(link.Url)}"))}]",
        ImmutableArray<CasePerson> people => $"[{string.Join(", ", people.Select(Shown))}]",
        _ => value?.ToString() ?? "null",
    };

    private static string Shown(CasePerson person) => $"(\"{Escaped.Of(person.Name)}\" native {Escaped.Of(person.Native)} role \"{Escaped.Of(person.Role)}\" "
        + $"headline {Escaped.Of(person.Headline)} bio \"{Escaped.Of(person.Bio)}\" handle {person.Handle})";

    private Picture? ImageOf() => Picture switch
    {
        1 => new Picture("poster.png", null, Alt) { Content = new PictureFile(new string('a', 64), PictureFormat.Png, 1200, 630, 100_000) },
        2 => new Picture(null, new Uri("https://pictures.example.org/poster.png"), Alt),
        3 => new Picture("missing.png", null, Alt),
        _ => null,
    };

    private Translations<TalkTranslation> TranslationsOf(IMarkdownReader reader) => TranslatedTitle is null && TranslatedSummary.Length == 0
        ? new()
        : new(ImmutableDictionary<string, TalkTranslation>.Empty.Add(Language == "ja" ? "en" : "ja", new TalkTranslation
        {
            Title = TranslatedTitle,
            Summary = reader.Read(TranslatedSummary),
        }));
}
