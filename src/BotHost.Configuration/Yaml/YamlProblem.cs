using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;
using YamlDotNet.Core;

namespace BotHost.Configuration.Yaml;

/// <summary>Tells what the YAML parser could not read, in an organiser's words where the cause is a usual one.</summary>
internal static class YamlProblem
{
    private const string Remedy =
        "compare the indentation with the lines around it, and put a text in quotes if it holds ': ' or ' #' or starts with a sign such as @, [, { or *";

    private const string EscapeRemedy =
        "write the character itself; after a backslash, double quotes take only n, t, \", \\, x with 2, u with 4 or U with 8 hexadecimal digits, "
        + "and a character beyond \\uFFFF as \\U with 8 digits or as both halves of its pair";

    // How the parser begins what it says of a backslash in double quotes.
    private static readonly string[] Escapes = ["unknown escape", "expected hexadecimal", "Unicode surrogates", "escape code"];

    public static void Report(SourceFile file, Mark place, string complaint, FindingList findings)
    {
        var line = Math.Max(1, (int)place.Line);
        var where = new SourceSpan(file.Path, line, Math.Max(1, (int)place.Column));
        if (TabIn(file, line, complaint.Contains("tab", StringComparison.Ordinal)) is { } tab)
        {
            findings.Error(tab, "yaml-tab", "the line is indented with a tab", "use spaces");
            return;
        }

        var told = complaint.TrimEnd('.', ' ');
        var isEscape = Array.Exists(Escapes, words => told.Contains(words, StringComparison.Ordinal));
        findings.Error(where, "yaml-syntax", $"this is not YAML: {char.ToLowerInvariant(told[0])}{told[1..]}", isEscape ? EscapeRemedy : Remedy);
    }

    /// <summary>
    /// The parser may complain a line early or late; and where it says itself that it met a tab, it names the place where the
    /// surrounding keys begin.
    /// </summary>
    private static SourceSpan? TabIn(SourceFile file, int line, bool anyBelow)
    {
        var lines = file.Text.Split('\n');
        var last = anyBelow ? lines.Length : Math.Min(line + 1, lines.Length);
        for (var number = Math.Max(1, anyBelow ? line : line - 1); number <= last; number++)
        {
            var text = lines[number - 1];
            var indentation = text.Length - text.TrimStart(' ', '\t').Length;
            var tab = text.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && tab < indentation)
            {
                return new SourceSpan(file.Path, number, tab + 1);
            }
        }

        return null;
    }
}
