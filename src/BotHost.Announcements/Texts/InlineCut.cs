using System.Collections.Immutable;
using System.Text;

namespace BotHost.Announcements.Texts;

/// <summary>Parts the runs of one block. A link and a moment are never parted.</summary>
internal static class InlineCut
{
    /// <summary>Stands for a run that is not parted.</summary>
    private const char Whole = '\uFFFC';

    /// <summary>The runs as words, one character for each that is not parted, in which places are counted.</summary>
    public static string Words(ImmutableArray<Inline> content)
    {
        var words = new StringBuilder();
        AppendWords(words, content);
        return words.ToString();
    }

    /// <summary>What stands before and after a place in <see cref="Words"/>, without the blanks around it.</summary>
    public static (ImmutableArray<Inline> Head, ImmutableArray<Inline> Tail) At(ImmutableArray<Inline> content, int place)
    {
        var (head, tail) = Part(content, place);
        return (Trimmed(head, fromEnd: true), Trimmed(tail, fromEnd: false));
    }

    private static void AppendWords(StringBuilder words, ImmutableArray<Inline> content)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case Inline.Text text:
                    words.Append(text.Value);
                    break;
                case Inline.Code code:
                    words.Append(code.Value);
                    break;
                case Inline.Styled styled:
                    AppendWords(words, styled.Content);
                    break;
                case Inline.LineBreak:
                    words.Append('\n');
                    break;
                default:
                    words.Append(Whole);
                    break;
            }
        }
    }

    private static int Length(Inline inline) => inline switch
    {
        Inline.Text text => text.Value.Length,
        Inline.Code code => code.Value.Length,
        Inline.Styled styled => styled.Content.Sum(Length),
        _ => 1,
    };

    private static (ImmutableArray<Inline> Head, ImmutableArray<Inline> Tail) Part(ImmutableArray<Inline> content, int place)
    {
        for (var index = 0; index < content.Length; index++)
        {
            var length = Length(content[index]);
            if (place < length)
            {
                var (before, after) = place <= 0 ? (null, content[index]) : Part(content[index], place);
                return (before is null ? content[..index] : [.. content[..index], before], [after, .. content[(index + 1)..]]);
            }

            place -= length;
        }

        return (content, []);
    }

    private static (Inline Head, Inline Tail) Part(Inline inline, int place)
    {
        switch (inline)
        {
            case Inline.Text text:
                return (new Inline.Text(text.Value[..place]), new Inline.Text(text.Value[place..]));
            case Inline.Code code:
                return (new Inline.Code(code.Value[..place]), new Inline.Code(code.Value[place..]));
            case Inline.Styled styled:
                var (head, tail) = Part(styled.Content, place);
                return (styled with { Content = head }, styled with { Content = tail });
            default:
                throw new InvalidOperationException($"{inline.GetType().Name} is never parted.");
        }
    }

    private static ImmutableArray<Inline> Trimmed(ImmutableArray<Inline> content, bool fromEnd)
    {
        while (!content.IsEmpty)
        {
            var index = fromEnd ? content.Length - 1 : 0;
            if (Trimmed(content[index], fromEnd) is { } rest)
            {
                return content.SetItem(index, rest);
            }

            content = content.RemoveAt(index);
        }

        return content;
    }

    /// <summary>Null where nothing but blanks is left.</summary>
    private static Inline? Trimmed(Inline inline, bool fromEnd)
    {
        switch (inline)
        {
            case Inline.LineBreak:
                return null;
            case Inline.Text text:
                var rest = fromEnd ? text.Value.TrimEnd() : text.Value.TrimStart();
                return rest.Length == 0 ? null : text with { Value = rest };
            case Inline.Styled styled:
                var content = Trimmed(styled.Content, fromEnd);
                return content.IsEmpty ? null : styled with { Content = content };
            default:
                return inline;
        }
    }
}
