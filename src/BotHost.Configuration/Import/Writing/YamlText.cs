using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Configuration.Import.Writing;

/// <summary>Writes values as YAML that reads back as the same text.</summary>
internal static partial class YamlText
{
    /// <summary>Plain where YAML allows it; else in double quotes.</summary>
    public static string Scalar(string text)
    {
        // One line of the config has no tabs.
        var value = text.Replace('\t', ' ');
        if (IsPlain(value))
        {
            return value;
        }

        return $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A literal block, indented under its key.</summary>
    public static void Block(StringBuilder yaml, string key, IReadOnlyList<string> lines)
    {
        yaml.Append(key).Append(": |\n");
        foreach (var line in lines)
        {
            yaml.Append(line.Length == 0 ? "" : "  ").Append(line).Append('\n');
        }
    }

    public static void Comment(StringBuilder yaml, string words)
    {
        foreach (var line in words.Split('\n'))
        {
            yaml.Append("# ").Append(line).Append('\n');
        }
    }

    private static bool IsPlain(string value) =>
        value.Length > 0
        && value == value.Trim()
        && (char.IsLetterOrDigit(value[0]) || value[0] is '(' or '/' or (> '\u2E80' and < '\uE000') or '\u201C' or '\u00AB' || char.IsHighSurrogate(value[0]))
        && !value.Contains(": ", StringComparison.Ordinal)
        && !value.Contains(" #", StringComparison.Ordinal)
        && value[^1] != ':'
        && !value.EndsWith('\\')
        && !OtherThanText().IsMatch(value);

    /// <summary>What some reader of YAML takes for nothing, for yes or no, or for a number, a time or a date.</summary>
    [GeneratedRegex(@"^(null|~|y|n|yes|no|on|off|true|false|[+-]?\.?\d[\d_,.:]*(e[+-]?\d+)?|0[xob][\da-f_]+|[+-]?\.(inf|nan)|\d{4}-\d\d?-\d\d?([t ].*)?)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OtherThanText();
}
