using System.Text.RegularExpressions;

namespace BotHost.Configuration.Import.Texts;

/// <summary>Tells names of people from other words, by their shape.</summary>
internal static partial class NameShape
{
    private const int LongestEastAsian = 16;

    /// <summary>Ends of words that say what somebody does.</summary>
    private static readonly string[] Professions = ["家", "者", "員", "师", "師", "教授", "研究", "監督", "代表", "作家", "博士", "学生", "学者", "记者", "記者", "编辑", "編集", "主任", "院长", "館長", "社長", "所長", "大学", "大學", "研究所"];

    public static bool Fits(string plain)
    {
        var text = plain.Trim();
        return Latin().IsMatch(text) || IsEastAsian(text);
    }

    public static bool IsEastAsian(string text) => text.Length is > 1 and <= LongestEastAsian && EastAsian().IsMatch(text);

    /// <summary>Whether a chunk of a list is rather what the one before does than another person.</summary>
    public static bool IsProfession(string plain)
    {
        var text = plain.Trim();
        return IsEastAsian(text) ? text.Length > 8 || Professions.Any(end => text.EndsWith(end, StringComparison.Ordinal)) : !text.Contains(' ', StringComparison.Ordinal);
    }

    /// <summary>The name without titles, which come and go.</summary>
    public static string Bare(string name) => Titles().Replace(name, "") is { Length: > 0 } bare ? bare : name;

    public static bool HasEastAsian(string text) => text.Any(character => character is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF');

    public static bool IsKana(string text) => text.Length > 0 && text.All(character => character is (>= '\u3040' and <= '\u30FF') or ' ' or '\u3000');

    [GeneratedRegex(@"^((prof(essor)?|dr|mr|ms|mrs|dipl|phil|med|h\.c)\.?\s+)+|\s*(氏|さん|先生|老师|老師|教授|博士|様)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Titles();

    [GeneratedRegex(@"^(?:(?:Prof|Dr|Mr|Ms|Mrs|Sir|Dame|PD|Rev)\.?\s+)*(?:\p{Lu}[\p{L}\p{M}'.-]*|(?:d'|O'|l')\p{L}+)(?:\s+(?:\p{Lu}[\p{L}\p{M}'.-]*|(?:d'|O'|l')\p{L}+|de|da|do|dos|du|di|della|van|von|der|den|ten|ter|zu|al|bin|bint|ben|ibn|la|le|el|y|e)){0,5}$")]
    private static partial Regex Latin();

    [GeneratedRegex(@"^[\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]+(?:[ ・･·][\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]+){0,3}$")]
    private static partial Regex EastAsian();
}
