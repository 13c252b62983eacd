using System.Text.RegularExpressions;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Writes code in the platform's markup. Inside it only the end of the code is markup.</summary>
internal static partial class CodeMarkdown
{
    public static string Span(string value)
    {
        var text = PlainEscape.WithoutPings(CleanWords.Of(value).ReplaceLineEndings(" "));
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (!text.Contains('`', StringComparison.Ordinal))
        {
            return $"`{text}`";
        }

        // Two backticks may hold single ones; a longer run cannot be written at all, so it becomes a look-alike.
        return text.Contains("``", StringComparison.Ordinal) ? $"`{text.Replace('`', 'ˋ')}`" : $"`` {text} ``";
    }

    public static string Fence(Block.Code code)
    {
        var text = PlainEscape.WithoutPings(CleanWords.Of(code.Text.ReplaceLineEndings("\n")).TrimEnd('\n'))
            .Replace("``", "`" + PlainEscape.ZeroWidthSpace + "`", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var language = code.Language is { } name && LanguageName().IsMatch(name) ? name : "";
        return $"```{language}\n{Isolates.Balance(text)}\n```";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9+#.\-]{1,20}\z")]
    private static partial Regex LanguageName();
}
