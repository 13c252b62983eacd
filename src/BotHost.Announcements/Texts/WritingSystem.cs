using System.Text;

namespace BotHost.Announcements.Texts;

/// <summary>Tells whether readers of a language write with the letters of a name, so that it is the one they would use.</summary>
public static class WritingSystem
{
    private static readonly Func<int, bool> Han = rune =>
        rune is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3005 or 0x3007;

    private static readonly Func<int, bool> Kana = rune => rune is (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF);

    private static readonly Func<int, bool> Cyrillic = rune => rune is >= 0x0400 and <= 0x052F;

    private static readonly Func<int, bool> Arabic = rune => rune is (>= 0x0600 and <= 0x077F) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);

    // Languages in Latin letters are missing on purpose: theirs is the name that everybody reads.
    private static readonly Dictionary<string, Func<int, bool>> Letters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ja"] = rune => Han(rune) || Kana(rune),
        ["zh"] = Han,
        ["yue"] = Han,
        ["ko"] = rune => rune is (>= 0xAC00 and <= 0xD7A3) or (>= 0x1100 and <= 0x11FF),
        ["ru"] = Cyrillic,
        ["uk"] = Cyrillic,
        ["be"] = Cyrillic,
        ["bg"] = Cyrillic,
        ["mk"] = Cyrillic,
        ["kk"] = Cyrillic,
        ["mn"] = Cyrillic,
        ["el"] = rune => rune is (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF),
        ["he"] = rune => rune is >= 0x0590 and <= 0x05FF,
        ["ar"] = Arabic,
        ["fa"] = Arabic,
        ["ur"] = Arabic,
        ["hi"] = rune => rune is >= 0x0900 and <= 0x097F,
        ["ne"] = rune => rune is >= 0x0900 and <= 0x097F,
        ["th"] = rune => rune is >= 0x0E00 and <= 0x0E7F,
    };

    /// <summary>Whether every letter of the name is one that the language is written with: <c>舛友 雄大</c> fits <c>ja</c> and <c>zh</c>, <c>やまだ</c> only <c>ja</c>.</summary>
    public static bool Fits(string name, string language)
    {
        if (!Letters.TryGetValue(language.Split('-')[0], out var isOurs))
        {
            return false;
        }

        var letters = name.EnumerateRunes().Where(Rune.IsLetter).ToList();
        return letters.Count > 0 && letters.All(letter => isOurs(letter.Value));
    }
}
