using System.Text.RegularExpressions;

namespace BotHost.Configuration.Import.Texts;

/// <summary>Takes Markdown off values that stand in a key of their own and are shown as they are.</summary>
internal static partial class Markup
{
    /// <summary>The words without paired stars or low lines around any of them.</summary>
    public static string Bare(string words) => Emphasis().Replace(words, "${words}");

    /// <summary>A link in front: its words, its address, and what follows it.</summary>
    public static (string Words, string Url, string Behind)? LinkInFront(Piece value) =>
        Link().Match(value.Plain.Trim()) is { Success: true }
        && Link().Match(value.Raw.Trim()) is { Success: true } link
            ? (Bare(link.Groups["words"].Value.Trim()), link.Groups["url"].Value, link.Groups["rest"].Value.Trim())
            : null;

    [GeneratedRegex(@"(?<![\p{L}\p{N}*_])(?<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?<words>[^*_]*[^\s*_])\k<mark>(?![\p{L}\p{N}*_])", RegexOptions.ExplicitCapture)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^[*_]{0,3}\[(?<words>[^\[\]]{1,200})\]\((?<url>https?://[^\s()]+)\)[*_]{0,3}\s*[,;:、，-]?\s*(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
