using System.Globalization;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds titles that fit into a post, and into nobody's head: in lists, tabs and notifications they are cut.</summary>
internal static class LongTitles
{
    /// <summary>In characters as people count them.</summary>
    public const int LongestTitle = 200;

    /// <inheritdoc cref="LongestTitle" />
    public const int LongestSubtitle = 300;

    public static IEnumerable<Finding> In(Talk talk, string rule) =>
        from text in Texts(talk)
        let most = text.Noun == "title" ? LongestTitle : LongestSubtitle
        let length = text.Value is { } value && value.Length > most ? new StringInfo(value).LengthInTextElements : 0
        where length > most
        select new Finding(
            Severity.Warning,
            talk.Written.Where(text.Path),
            rule,
            $"the {text.Noun} is {length.ToString(CultureInfo.InvariantCulture)} characters long, more than anybody reads",
            $"shorten it to {most} at most, and put the rest into the summary");

    private static IEnumerable<(string Path, string Noun, string? Value)> Texts(Talk talk) =>
    [
        ("title", "title", talk.Title),
        ("subtitle", "subtitle", talk.Subtitle),
        .. talk.Translations.ByTag.SelectMany(entry => new[]
        {
            ($"translations/{entry.Key}/title", "title", entry.Value.Title),
            ($"translations/{entry.Key}/subtitle", "subtitle", entry.Value.Subtitle),
        }),
    ];
}
