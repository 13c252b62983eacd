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

    /// <summary>Whether a text in one language is at home where another is read: the same language, and not in two different scripts.</summary>
    /// <remarks><c>en-US</c> serves <c>en-GB</c> and <c>zh-TW</c> serves <c>zh-Hant</c>; <c>zh-Hans</c> never serves <c>zh-Hant</c>.</remarks>
    public static bool Serves(string text, string reader) =>
        string.Equals(Language(text), Language(reader), StringComparison.OrdinalIgnoreCase)
        && (Script(text) is not { } one || Script(reader) is not { } other || string.Equals(one, other, StringComparison.OrdinalIgnoreCase));

    private static string Language(string tag) => tag.Split('-')[0];

    private static string? Script(string tag) =>
        Fallbacks(tag).SelectMany(rest => rest.Split('-').Skip(1)).FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter));
}
