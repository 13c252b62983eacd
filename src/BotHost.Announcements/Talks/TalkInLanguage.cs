using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Talks;

/// <summary>A talk as readers of a language get it. Pure.</summary>
/// <remarks>
/// <para>
/// Its texts come from the translation that serves the readers (<see cref="Translations{T}"/>), unless the talk's own language is nearer to theirs.
/// A talk that is at home with them needs no translation. For all others a translation counts once it has a title or a summary;
/// without one the talk appears whole in its own language, as it is written, and says so in one line (<see cref="IsWhole"/>).
/// </para>
/// <para>
/// What a translation leaves out falls back whole, never inside a sentence: a title or subtitle stands as written on its line, a summary as written
/// below a line that names its language (<see cref="IsSummaryForeign"/>), a biography as written below its person's name.
/// </para>
/// <para>
/// Words in common (roles, labels, the place) are looked up in the talk's translation, then in that of its series, then in <see cref="UsualWords"/>,
/// and else stand as written. The names of the series are always those for the readers.
/// </para>
/// </remarks>
public sealed record TalkInLanguage
{
    private TalkInLanguage()
    {
    }

    /// <summary>Whose language it is for.</summary>
    public required string Reader { get; init; }

    /// <summary>The talk with its texts replaced.</summary>
    public required Talk Talk { get; init; }

    /// <summary>Its series with its names replaced.</summary>
    public required Series Series { get; init; }

    /// <summary>The people of the talk with their texts replaced.</summary>
    public required ImmutableDictionary<PersonId, Person> People { get; init; }

    /// <summary>The tag under which the texts were found: a translation's, or the talk's own.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it appears whole in its own language, which is not the readers'.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Whether only the summary is in the talk's own language, because its translation is missing.</summary>
    public required bool IsSummaryForeign { get; init; }

    public static TalkInLanguage Of(TalkCatalogue catalogue, Talk talk, string reader)
    {
        var isAtHome = LanguageTags.Serves(talk.Language, reader);
        var tag = talk.Translations.TagFor(reader);
        if (tag is not null && !(isAtHome ? IsNearer(tag, talk.Language, reader) : SaysSomething(talk.Translations.ByTag[tag])))
        {
            tag = null;
        }

        var series = catalogue.SeriesOf(talk);
        var isWhole = !isAtHome && tag is null;
        var texts = tag is null ? new TalkTranslation() : talk.Translations.ByTag[tag];
        return new TalkInLanguage
        {
            Reader = reader,
            Talk = isWhole ? talk : Translate(talk, texts, series, reader, isAtHome),
            Series = Translate(series, reader),
            People = talk.People.Select(part => part.Person).Distinct()
                .ToImmutableDictionary(id => id, id => catalogue.People[id].In(isWhole ? talk.Language : reader)),
            Source = tag ?? talk.Language,
            IsWhole = isWhole,
            IsSummaryForeign = !isAtHome && !isWhole && texts.Summary.IsEmpty && !talk.Summary.IsEmpty,
        };
    }

    private static bool SaysSomething(TalkTranslation translation) => translation.Title is not null || !translation.Summary.IsEmpty;

    private static bool IsNearer(string tag, string own, string reader)
    {
        var nearest = LanguageTags.Fallbacks(reader).FirstOrDefault(near => Same(near, tag) || Same(near, own));
        return nearest is not null && Same(nearest, tag);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Talk Translate(Talk talk, TalkTranslation texts, Series series, string reader, bool isAtHome)
    {
        var common = series.Translations.For(reader);
        return talk with
        {
            Title = texts.Title ?? talk.Title,
            Subtitle = texts.Subtitle ?? talk.Subtitle,
            Summary = texts.Summary.IsEmpty ? talk.Summary : texts.Summary,
            Place = talk.Place is { } place ? place with { Name = texts.Place ?? (place == series.Place ? common?.Place : null) ?? place.Name } : null,
            People = [.. talk.People.Select(part => part with
            {
                Role = Word(texts.Roles, part.Role) ?? Word(common?.Roles, part.Role) ?? UsualWords.Role(part.Role, reader) ?? part.Role,
            })],
            Links = [.. talk.Links.Select(link => link with
            {
                Label = Word(texts.Labels, link.Label) ?? Word(common?.Labels, link.Label) ?? LabelOf(link, reader, isAtHome),
            })],
        };
    }

    // A label that the organiser wrote is better than the word for its kind, for readers who can read it.
    private static string LabelOf(TypedLink link, string reader, bool isAtHome) =>
        isAtHome && !UsualWords.IsKindsOwn(link.Label, link.Kind) ? link.Label : UsualWords.LinkKind(link.Kind, reader) ?? link.Label;

    private static Series Translate(Series series, string reader)
    {
        var names = series.Translations.For(reader);
        return series with
        {
            Name = names?.Name ?? series.Name,
            Heading = names?.Heading ?? (series.Heading is { } heading ? UsualWords.Heading(heading, reader) : null) ?? series.Heading,
        };
    }

    private static string? Word(ImmutableDictionary<string, string>? words, string written) => words?.GetValueOrDefault(written);
}
