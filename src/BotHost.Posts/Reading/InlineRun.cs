using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Reading;

/// <summary>Collects runs in order, joins neighbouring texts, and decides what a line end between two of them becomes.</summary>
internal sealed class InlineRun
{
    // Most runs are a single text, which needs neither a list nor a copy.
    private ImmutableArray<Inline>.Builder? _inlines;
    private StringBuilder? _joined;
    private string _text = "";
    private bool _breakWaits;

    public bool IsEmpty => _inlines is null && _text.Length == 0;

    /// <summary>Adds words as they were read.</summary>
    public void Text(string value) =>
        // Marks of slots are wanted here; they are no characters, and cleaning would take them out.
        Append(Slots.CleanAround(value));

    /// <summary>Adds a run whose words are clean already.</summary>
    public void Add(Inline inline)
    {
        switch (inline)
        {
            case Inline.Text text:
                Append(text.Value);
                return;
            case Inline.LineBreak:
                _breakWaits = false;
                break;
            default:
                SettleBreak(FirstRune(inline));
                break;
        }

        Flush();
        Put(inline);
    }

    public void AddRange(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            Add(inline);
        }
    }

    /// <summary>Adds clean runs so that the direction of their letters ends with them.</summary>
    public void Isolate(ImmutableArray<Inline> inlines)
    {
        Append(RightToLeft.Open);
        AddRange(inlines);
        Append(RightToLeft.Close);
    }

    /// <summary>A line end that the writer needed, not the reader: a space, or nothing between two CJK characters.</summary>
    public void SoftBreak() => _breakWaits = true;

    public ImmutableArray<Inline> ToImmutable()
    {
        if (_inlines is null && _joined is not { Length: > 0 })
        {
            return _text.Length == 0 ? [] : [new Inline.Text(_text)];
        }

        Flush();
        return _inlines!.ToImmutable();
    }

    /// <summary>The last character of a run's words; null where it has none.</summary>
    public static Rune? LastRune(Inline? inline) => inline switch
    {
        Inline.Text text => LastRune(text.Value),
        Inline.Styled styled => LastRune(styled.Content.LastOrDefault()),
        Inline.Link link => LastRune(link.Content.LastOrDefault()),
        _ => null,
    };

    private void Append(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        SettleBreak(FirstRune(text));
        Join(text);
    }

    private void SettleBreak(Rune? next)
    {
        if (!_breakWaits)
        {
            return;
        }

        _breakWaits = false;
        var previous = _text.Length > 0 ? LastRune(_text) : LastRune(_inlines is { } inlines ? inlines[^1] : null);
        var isInsideCjk = previous is { } before && next is { } after && Cjk.Is(before) && Cjk.Is(after);
        if (!isInsideCjk)
        {
            Join(" ");
        }
    }

    /// <summary><see cref="_text"/> is the last piece; those before it wait in the builder.</summary>
    private void Join(string text)
    {
        if (_text.Length > 0)
        {
            (_joined ??= new StringBuilder()).Append(_text);
        }

        _text = text;
    }

    private void Flush()
    {
        if (_text.Length == 0)
        {
            return;
        }

        Put(new Inline.Text(_joined is { Length: > 0 } ? _joined.Append(_text).ToString() : _text));
        _joined?.Clear();
        _text = "";
    }

    private void Put(Inline inline) => (_inlines ??= ImmutableArray.CreateBuilder<Inline>()).Add(inline);

    private static Rune? FirstRune(Inline? inline) => inline switch
    {
        Inline.Text text => FirstRune(text.Value),
        Inline.Styled styled => FirstRune(styled.Content.FirstOrDefault()),
        Inline.Link link => FirstRune(link.Content.FirstOrDefault()),
        _ => null,
    };

    private static Rune? FirstRune(string text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done ? rune : null;

    private static Rune? LastRune(string text) =>
        Rune.DecodeLastFromUtf16(text, out var rune, out _) == OperationStatus.Done ? rune : null;
}
