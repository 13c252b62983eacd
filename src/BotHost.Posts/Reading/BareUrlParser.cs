using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotHost.Posts.Reading;

/// <summary>Makes links of addresses that stand bare in the text, also directly before or behind a CJK character.</summary>
/// <remarks>Markdig's own extension wants a space in front and runs on into the CJK words behind.</remarks>
internal sealed class BareUrlParser : InlineParser
{
    private const string TrailingPunctuation = "?!.,:;*_~'";

    public BareUrlParser() => OpeningCharacters = ['h', 'H'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (char.IsAsciiLetterOrDigit(slice.PeekCharExtra(-1)))
        {
            return false;
        }

        var rest = slice.AsSpan();
        var scheme = SchemeLength(rest);
        if (scheme == 0)
        {
            return false;
        }

        var length = Length(rest, scheme);
        if (length == scheme)
        {
            return false;
        }

        // One that may not be followed is an address as well, and becomes words where links are read.
        var start = processor.GetSourcePosition(slice.Start);
        processor.Inline = new AutolinkInline(rest[..length].ToString()) { Span = new SourceSpan(start, start + length - 1) };
        slice.Start += length;
        return true;
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return "https://".Length;
        }

        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length : 0;
    }

    private static int Length(ReadOnlySpan<char> text, int scheme)
    {
        var end = scheme;
        while (end < text.Length && Rune.DecodeFromUtf16(text[end..], out var rune, out var units) == System.Buffers.OperationStatus.Done && Continues(rune))
        {
            end += units;
        }

        while (end > scheme && IsTrailing(text[..end]))
        {
            end--;
        }

        return end;
    }

    private static bool Continues(Rune rune) =>
        rune.IsAscii
            ? rune.Value > ' ' && !"<>[]\"`\\^{}|".Contains((char)rune.Value, StringComparison.Ordinal)
            : Rune.IsLetterOrDigit(rune) && !Cjk.Is(rune);

    private static bool IsTrailing(ReadOnlySpan<char> url) =>
        TrailingPunctuation.Contains(url[^1], StringComparison.Ordinal)
        || (url[^1] == ')' && url.Count(')') > url.Count('('));
}
