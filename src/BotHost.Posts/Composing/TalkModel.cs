using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;
using NodaTime;

namespace BotHost.Posts.Composing;

/// <summary>The values that a template may say of a talk. Plain ones are clean and on one line; texts and times are marks of their slots.</summary>
/// <param name="view">The talk, its series and its people in the language of the readers.</param>
/// <param name="kind">What the post is for.</param>
/// <param name="now">For the remaining time and for what is secret yet.</param>
/// <param name="rung">How much is told.</param>
/// <param name="language">The language of the templates.</param>
/// <param name="slots">Takes the texts and times.</param>
internal sealed class TalkModel(TalkInLanguage view, StepKind kind, Instant now, Rung rung, string language, Slots slots)
{
    /// <summary>Headings inside summaries and bios stand below the post's own.</summary>
    private const int HeadingShift = 2;

    private const int LowestHeading = 6;

    /// <summary>Enough for all names of a talk, so that the table is made once.</summary>
    private const int Names = 32;

    /// <summary>The line that names the language of a talk which is not in the readers'; null where it is.</summary>
    public string? Only { get; init; }

    /// <summary>The mark of what is told in the channel's other languages; null where there is nothing.</summary>
    public string? OtherLanguages { get; init; }

    /// <summary>How many passages a short summary has; null: its first paragraph.</summary>
    public int? Passages { get; init; }

    /// <summary>Further zones in which the start is told.</summary>
    public ImmutableArray<ExtraZone> Zones { get; init; } = [];

    // Full-width, as in text that is written without spaces.
    private string Colon => language.Split('-')[0] is "ja" or "zh" ? "：" : ": ";

    public IReadOnlyDictionary<string, object?> Build()
    {
        var (talk, series) = (view.Talk, view.Series);
        var model = new Dictionary<string, object?>(Names, StringComparer.Ordinal);
        AddNames(model, talk, series);
        AddLanguages(model, talk);
        AddTimes(model, talk);
        AddPlaces(model, talk);
        AddTexts(model, talk, series);
        return model;
    }

    private void AddNames(Dictionary<string, object?> model, Talk talk, Series series)
    {
        var number = Plain(talk.Number);
        model["title"] = Plain(talk.Title);
        model["subtitle"] = rung == Rung.FactsOnly ? null : Plain(talk.Subtitle);
        model["series"] = Plain(series.Name);
        model["number"] = number;
        model["fullTitle"] = $"{Plain(series.Name)}{(number is null ? "" : " ")}{number}{Colon}{Plain(talk.Title)}";
        model["heading"] = series.Heading is { } heading ? Plain(CleanText.Line(heading).Trim('【', '】', ' ')) : null;
        model["cancelled"] = talk.Status == TalkStatus.Cancelled;
        model["postponed"] = talk.Status == TalkStatus.Postponed;
        model["calledOff"] = Shown.IsCalledOff(talk);
    }

    private void AddLanguages(Dictionary<string, object?> model, Talk talk)
    {
        model["language"] = Plain(LanguageNames.Own(view.Reader));
        model["only"] = Plain(Only);
        model["summaryOnly"] = view.IsSummaryForeign && rung != Rung.FactsOnly
            ? Plain(LanguageNames.Only(talk.Language, view.Reader) ?? LanguageNames.Only(talk.Language, language))
            : null;
        model["otherLanguages"] = OtherLanguages;
    }

    private void AddTimes(Dictionary<string, object?> model, Talk talk)
    {
        var start = talk.Start.Instant;
        var isOn = start is not null && !Shown.IsCalledOff(talk);
        var remaining = isOn ? DateWording.Remaining(now, start!.Value, talk.Zone, language) : null;
        model["when"] = Time(start, talk.Zone, TimeStyle.Full);
        model["relative"] = isOn ? Time(start, talk.Zone, TimeStyle.Relative) : null;
        model["date"] = talk.Start is TalkStart.OnDate on ? DateWording.Describe(on.Date, language) : null;
        // It has no translation, and would stand in the middle of a sentence.
        model["reason"] = talk.Start is TalkStart.ToBeAnnounced tba && LanguageTags.Serves(talk.Language, language) ? Plain(tba.Reason) : null;
        model["remaining"] = remaining;
        model["zones"] = isOn ? ZonesAt(start!.Value) : null;
        model["countdown"] = remaining is null ? null : string.Concat(char.ToUpperInvariant(remaining[0]).ToString(), remaining.AsSpan(1));
    }

    private void AddPlaces(Dictionary<string, object?> model, Talk talk)
    {
        model["place"] = Plain(talk.Place?.Name);
        model["address"] = Plain(talk.Place?.Address);
        model["map"] = talk.Place?.Map is { } map && SafeUrl.IsAllowed(map) ? map.AbsoluteUri : null;
        model["join"] = Shown.Join(talk, kind, now)?.AbsoluteUri;
        model["joinLater"] = Shown.JoinFollows(talk, kind, now);
    }

    private void AddTexts(Dictionary<string, object?> model, Talk talk, Series series)
    {
        var people = Abridgement.People(talk, rung);
        var summary = Abridgement.Summary(talk, rung, Passages);
        model["summary"] = Text(summary);
        model["more"] = !summary.IsEmpty && summary != talk.Summary ? Shown.More(talk, kind)?.AbsoluteUri : null;
        model["links"] = Links(Shown.Links(talk, kind));
        model["people"] = people.Select(PersonOf).ToArray();
        model["bios"] = people.Any(person => !Abridgement.Bio(view.People[person.Person], rung).IsEmpty);
        model["hashtags"] = rung == Rung.FactsOnly ? null : Hashtags(series.Hashtags);
    }

    private Dictionary<string, object?> PersonOf(TalkPerson part)
    {
        var person = view.People[part.Person];
        return new Dictionary<string, object?>(capacity: 5, StringComparer.Ordinal)
        {
            ["name"] = Plain(person.Name),
            ["nativeName"] = person.NativeName is { } native && CleanText.Line(native) != CleanText.Line(person.Name) ? Plain(native) : null,
            ["role"] = Plain(part.Role),
            ["bio"] = Text(Abridgement.Bio(person, rung)),
            ["links"] = Links(rung == Rung.Full ? person.Links : []),
        };
    }

    private Dictionary<string, object?>[] Links(IEnumerable<TypedLink> links) =>
    [
        .. links.Select(link => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["label"] = Plain(link.Label) ?? link.Url.AbsoluteUri,
            ["url"] = link.Url.AbsoluteUri,
        }),
    ];

    private string? ZonesAt(Instant start)
    {
        var times = ZoneLine.Times(start, Zones, language).Select(time => $"{Plain(time.City)} {time.Time}");
        return string.Join(ZoneLine.Separator, times) is { Length: > 0 } line ? line : null;
    }

    private string? Time(Instant? instant, DateTimeZone zone, TimeStyle style) =>
        instant is { } moment ? slots.Hold(new Inline.Time(moment, zone, style)) : null;

    private string? Text(RichText text) => text.IsEmpty ? null : slots.Hold(new RichText([.. text.Blocks.Select(Lowered)]));

    private static Block Lowered(Block block) =>
        block is Block.Heading heading ? heading with { Level = Math.Min(LowestHeading, heading.Level + HeadingShift) } : block;

    private string? Hashtags(ImmutableArray<string> hashtags)
    {
        var tags = hashtags
            .Select(tag => string.Concat(CleanText.Line(tag).TrimStart('#').Where(character => !char.IsWhiteSpace(character))))
            .Where(tag => tag.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(tag => Plain($"#{tag}"));
        return string.Join(' ', tags) is { Length: > 0 } line ? line : null;
    }

    private string? Plain(string? value) => LineValue.Of(value, slots);
}
