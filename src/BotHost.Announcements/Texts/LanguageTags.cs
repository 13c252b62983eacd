namespace BotHost.Announcements.Texts;

/// <summary>How language tags (BCP 47) relate to each other.</summary>
public static class LanguageTags
{
    // The script is what readers cannot do without, and a region alone does not say it.
    private static readonly Dictionary<string, string> ScriptOf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zh-TW"] = "zh-Hant",
        ["zh-HK"] = "zh-Hant",
        ["zh-MO"] = "zh-Hant",
        ["zh-CN"] = "zh-Hans",
        ["zh-SG"] = "zh-Hans",
        ["zh-MY"] = "zh-Hans",
    };

    /// <summary>The tag, then what its readers can read as well, nearest first: <c>zh-TW</c>, <c>zh-Hant</c>, <c>zh</c>.</summary>
    public static IEnumerable<string> Fallbacks(string tag)
    {
        for (var rest = tag; rest.Length > 0; rest = ScriptOf.GetValueOrDefault(rest) ?? rest[..Math.Max(0, rest.LastIndexOf('-'))])
        {
            yield return rest;
        }
    }

    /// <summary>Whether a text in one language is at home where another is read: <c>en</c> serves <c>en-GB</c>, and the other way round.</summary>
    public static bool Serves(string text, string reader) =>
        Fallbacks(reader).Contains(text, StringComparer.OrdinalIgnoreCase) || Fallbacks(text).Contains(reader, StringComparer.OrdinalIgnoreCase);
}
