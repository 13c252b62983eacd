using System.Collections.Immutable;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Reading;

/// <summary>Collects runs in order, joins neighbouring texts, and decides what a line end between two of them becomes.</summary>
internal sealed class InlineRun
{
    private readonly ImmutableArray<Inline>.Builder _inlines = ImmutableArray.CreateBuilder<Inline>();
    private readonly StringBuilder _text = new();
    private bool _breakWaits;

    public void Text(string value)
    {
        // Marks of slots are wanted here; they are no characters, and cleaning would take them out.
        var text = Slots.CleanAround(value);
        if (text.Length == 0)
        {
            return;
        }

        SettleBreak(Rune.GetRuneAt(text, 0));
        _text.Append(text);
    }

    public void Add(Inline inline)
    {
        switch (inline)
        {
            case Inline.Text text:
                Text(text.Value);
                return;
            case Inline.LineBreak:
                _breakWaits = false;
                break;
            default:
                SettleBreak(FirstRune(inline));
                break;
        }

        Flush();
        _inlines.Add(inline);
    }

    public void AddRange(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            Add(inline);
        }
    }

    /// <summary>A line end that the writer needed, not the reader: a space, or nothing between two CJK characters.</summary>
    public void SoftBreak() => _breakWaits = true;

    public ImmutableArray<Inline> ToImmutable()
    {
        Flush();
        return _inlines.ToImmutable();
    }

    private void SettleBreak(Rune? next)
    {
        if (!_breakWaits)
        {
            return;
        }

        _breakWaits = false;
        var previous = _text.Length > 0 ? LastRune(_text.ToString(Math.Max(0, _text.Length - 2), Math.Min(2, _text.Length))) : LastRune(_inlines.LastOrDefault());
        var isInsideCjk = previous is { } before && next is { } after && Cjk.Is(before) && Cjk.Is(after);
        if (!isInsideCjk)
        {
            _text.Append(' ');
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _inlines.Add(new Inline.Text(_text.ToString()));
            _text.Clear();
        }
    }

    private static Rune? FirstRune(Inline? inline) => inline switch
    {
        Inline.Text { Value.Length: > 0 } text => Rune.GetRuneAt(text.Value, 0),
        Inline.Styled styled => FirstRune(styled.Content.FirstOrDefault()),
        Inline.Link link => FirstRune(link.Content.FirstOrDefault()),
        _ => null,
    };

    private static Rune? LastRune(Inline? inline) => inline switch
    {
        Inline.Text text => LastRune(text.Value),
        Inline.Styled styled => LastRune(styled.Content.LastOrDefault()),
        Inline.Link link => LastRune(link.Content.LastOrDefault()),
        _ => null,
    };

    private static Rune? LastRune(string text) =>
        Rune.DecodeLastFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;
}
