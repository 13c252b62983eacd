using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>The texts of an entry that people will read, as far as a rule can tell from their paths.</summary>
internal static class WrittenTexts
{
    /// <summary>Keys whose values the bot reads and nobody else.</summary>
    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal)
    {
        "id", "previous_id", "series", "zone", "length", "end", "language", "status", "approval", "announce", "campaign", "listed", "ignore", "online",
    };

    /// <summary>Keys whose values are addresses or names of other entries, wherever they stand.</summary>
    private static readonly HashSet<string> References = new(StringComparer.Ordinal) { "url", "map", "file", "reveal", "person" };

    public static IEnumerable<ISourceMap> Entries(TalkCatalogue catalogue) =>
    [
        .. catalogue.Talks.Values.Select(talk => talk.Written),
        .. catalogue.People.Values.Select(person => person.Written),
        .. catalogue.Series.Values.Select(series => series.Written),
    ];

    /// <summary>What people read: titles, texts, names, roles, labels, in every language.</summary>
    public static IEnumerable<KeyValuePair<string, SourceText>> Prose(ISourceMap written) => written.Texts.Where(text => IsProse(text.Key.Split('/')));

    /// <summary>Everything but the reasons for which rules are switched off.</summary>
    public static IEnumerable<SourceText> ThatGoOut(ISourceMap written) =>
        written.Texts.Where(text => !text.Key.StartsWith("ignore/", StringComparison.Ordinal)).Select(text => text.Value);

    private static bool IsProse(string[] path) => path[0] switch
    {
        "start" => path[^1] == "tba",
        "links" => path[^1] == "label",
        "image" or "photo" => path[^1] == "alt",
        _ => !Settings.Contains(path[0]) && !References.Contains(path[^1]),
    };
}
