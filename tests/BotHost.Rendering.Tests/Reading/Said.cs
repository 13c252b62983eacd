using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>What a post says, read without any renderer: its words in order, and where a platform may show them in another way.</summary>
internal static class Said
{
    /// <summary>The sign for a moment, the same for every wording of it.</summary>
    public static string Moment(Instant instant) => Moment(instant.ToUnixTimeSeconds());

    public static string Moment(long seconds) => string.Create(CultureInfo.InvariantCulture, $"⟦{seconds}⟧");

    public static IReadOnlyList<Piece> Of(RichText text) => Of(text.IsEmpty ? [] : text.Blocks);

    public static IReadOnlyList<Piece> Of(ImmutableArray<Inline> content)
    {
        var pieces = new List<Piece>();
        Add(pieces, content);
        return pieces;
    }

    public static IReadOnlyList<Piece> Of(ImmutableArray<Block> blocks)
    {
        var pieces = new List<Piece>();
        Add(pieces, blocks);
        return pieces;
    }

    /// <summary>The words alone, each piece in its first way.</summary>
    public static string Words(IEnumerable<Piece> pieces) =>
        Visible.Normal(string.Concat(pieces.Where(piece => !piece.Ways.Contains("")).Select(piece => piece.Ways[0])));

    private static void Add(List<Piece> pieces, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case var unseen when !Visible.Any(Plain(unseen)):
                    pieces.Add(Piece.Maybe(Plain(unseen)));
                    break;
                case Block.Paragraph paragraph:
                    Add(pieces, paragraph.Content);
                    break;
                case Block.Heading heading:
                    Add(pieces, heading.Content);
                    break;
                case Block.Quote quote:
                    Add(pieces, quote.Content);
                    break;
                case Block.List list:
                    Add(pieces, list);
                    break;
                case Block.Code code:
                    AddCode(pieces, code.Text);
                    break;
            }

            pieces.Add(Piece.Exactly(" "));
        }
    }

    private static void Add(List<Piece> pieces, Block.List list)
    {
        for (var index = 0; index < list.Items.Length; index++)
        {
            // The mark of an item whose first block is a list may give way to the inner one.
            var number = list.FirstNumber is { } first ? string.Create(CultureInfo.InvariantCulture, $"{(long)first + index}.") : "•";
            pieces.Add(Piece.Maybe($" {number} "));
            Add(pieces, list.Items[index]);
        }
    }

    private static void Add(List<Piece> pieces, ImmutableArray<Inline> content)
    {
        foreach (var inline in content.IsDefault ? [] : content)
        {
            switch (inline)
            {
                case Inline.Text text:
                    pieces.Add(Piece.Exactly(text.Value));
                    break;
                case Inline.Styled styled:
                    Add(pieces, styled.Content);
                    break;
                case Inline.Link link:
                    Add(pieces, link);
                    break;
                case Inline.Code code:
                    AddCode(pieces, code.Value);
                    break;
                case Inline.LineBreak:
                    pieces.Add(Piece.Exactly("\n"));
                    break;
                case Inline.Time time:
                    pieces.Add(Piece.Exactly(Moment(time.Instant)));
                    break;
            }
        }
    }

    private static void AddCode(List<Piece> pieces, string code)
    {
        // Where backticks cannot be shown, a look-alike may stand for them; what nobody could see may go.
        pieces.Add(Visible.Any(code) ? Piece.OneOf(code, code.Replace('`', 'ˋ')) : Piece.Maybe(code));
    }

    private static void Add(List<Piece> pieces, Inline.Link link)
    {
        var words = Plain(link.Content);
        var bare = Schemes(words);
        List<string> ways = Visible.Any(words)
            ? [words, bare, bare.Replace('[', '(').Replace(']', ')'), .. IsAddress(words, link.Url) ? [Instead(words, link.Url.AbsoluteUri)] : Array.Empty<string>()]
            : [Hosts.Of(link.Url), link.Url.AbsoluteUri, link.Url.OriginalString, ""];
        if (!Visible.Any(bare))
        {
            ways.Add(Instead(words, Hosts.Of(link.Url)));
        }

        pieces.Add(Piece.OneOf(ways));
        var host = Hosts.Of(link.Url);
        var mailbox = link.Url.Scheme == Uri.UriSchemeMailto ? $"{link.Url.UserInfo}@{host}" : host;

        // A blank at the end of the words may stand behind the site as well.
        pieces.Add(Piece.OneOf(["", $" ({host})", $" ({mailbox})", .. words.Length > 0 && char.IsWhiteSpace(words[^1]) ? [$" ({host}) "] : Array.Empty<string>()]));
    }

    /// <summary>Something else between the same blanks, which part it from its neighbours.</summary>
    private static string Instead(string words, string other) =>
        words[..^words.TrimStart().Length] + other + words[words.TrimEnd().Length..];

    private static bool IsAddress(string words, Uri url) =>
        words.Trim().TrimEnd('/') is var trimmed && (trimmed == url.AbsoluteUri.TrimEnd('/') || trimmed == url.OriginalString.TrimEnd('/'));

    private static string Schemes(string words)
    {
        var output = new StringBuilder(words);
        for (var at = words.IndexOf("://", StringComparison.Ordinal); at >= 0; at = output.ToString().IndexOf("://", StringComparison.Ordinal))
        {
            var start = at;
            while (start > 0 && char.IsAsciiLetterOrDigit(output[start - 1]))
            {
                start--;
            }

            output.Remove(start, at + 3 - start);
        }

        return output.ToString();
    }

    public static string Plain(ImmutableArray<Inline> content) => string.Concat((content.IsDefault ? [] : content).Select(inline => inline switch
    {
        Inline.Text text => text.Value,
        Inline.Styled styled => Plain(styled.Content),
        Inline.Link link => Plain(link.Content) is var words && Visible.Any(words) ? words : link.Url.OriginalString,
        Inline.Code code => code.Value,
        Inline.LineBreak => "\n",
        Inline.Time time => Moment(time.Instant),
        _ => "",
    }));

    private static string Plain(Block block) => block switch
    {
        Block.Paragraph paragraph => Plain(paragraph.Content),
        Block.Heading heading => Plain(heading.Content),
        Block.Quote quote => string.Concat(quote.Content.Select(Plain)),
        Block.List list => string.Concat(list.Items.SelectMany(item => item).Select(Plain)),
        Block.Code code => code.Text,
        _ => "",
    };
}
