using System.Collections.Immutable;
using System.Text;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Collects text and entities such that no entity is empty, crosses another one or covers a trimmed edge.</summary>
/// <param name="handles">Names that may be called where a text says <c>@name</c>; none of them: nobody.</param>
internal sealed class EntityWriter(ImmutableArray<string> handles = default)
{
    private readonly StringBuilder _text = new();
    private readonly List<MessageEntity> _entities = [];
    private readonly List<(string Type, int Start)> _styles = [];
    private readonly Stack<string> _indents = new([""]);
    private readonly IsolateBalance _isolates = new();
    private int _breaks;
    private string _marker = "";
    private string _markerIndent = "";

    /// <summary>Asks for line ends before the next text; none are written before the first text or after the last.</summary>
    public void Break(int lines) => _breaks = Math.Max(_breaks, lines);

    /// <summary>One line end more, inside a paragraph.</summary>
    public void NextLine() => _breaks = Math.Min(_breaks + 1, 2);

    /// <summary>Written before the next text, at the indent of this moment; a later mark takes its place.</summary>
    public void Mark(string marker) => (_marker, _markerIndent) = (marker, _indents.Peek());

    public void Indent(string by) => _indents.Push(_indents.Peek() + by);

    public void Outdent() => _indents.Pop();

    public void Write(string text, bool guarded)
    {
        var rest = CleanText.Clean(text).AsSpan();
        for (var end = rest.IndexOf('\n'); end >= 0; end = rest.IndexOf('\n'))
        {
            WriteLine(rest[..end], guarded);
            NextLine();
            rest = rest[(end + 1)..];
        }

        WriteLine(rest, guarded);
    }

    /// <summary>Writes text as it stands, its line ends and its leading spaces included.</summary>
    public void WriteVerbatim(string text)
    {
        Flush();
        _text.Append(_isolates.Kept(CleanText.Clean(text)));
    }

    /// <summary>Runs the body such that none of its marks of writing direction reaches what stands around it.</summary>
    public void Isolated(Action body)
    {
        var outer = _isolates.Enter();
        body();
        _text.Append(_isolates.Leave(outer));
    }

    /// <summary>Runs the body with a style around it; a style inside itself is one style.</summary>
    public void Styled(string type, Action body)
    {
        if (_styles.Exists(style => style.Type == type))
        {
            body();
            return;
        }

        Flush();
        _styles.Add((type, _text.Length));
        body();
        var (_, start) = _styles[^1];
        _styles.RemoveAt(_styles.Count - 1);
        Add(new MessageEntity(type, start, _text.Length - start));
    }

    /// <summary>Runs the body with an entity around it that may stand inside styles.</summary>
    public void Enclosed(Func<int, int, MessageEntity?> entity, Action body)
    {
        Flush();
        var start = _text.Length;
        body();
        if (entity(start, _text.Length - start) is { } made)
        {
            Add(made);
        }
    }

    /// <summary>Runs the body with an entity that shares no character with a style: the open styles end before it and go on after it.</summary>
    public void Alone(Func<int, int, MessageEntity> entity, Action body)
    {
        Flush();
        foreach (var (type, begun) in _styles)
        {
            Add(new MessageEntity(type, begun, _text.Length - begun));
        }

        var start = _text.Length;
        body();
        Add(entity(start, _text.Length - start));
        for (var index = 0; index < _styles.Count; index++)
        {
            _styles[index] = _styles[index] with { Start = _text.Length };
        }
    }

    public FormattedText Finish()
    {
        var text = _text.ToString();
        return CleanText.IsVisible(text) ? Trimmed(text, _entities) : FormattedText.Empty;
    }

    /// <summary>Trims the ends, as the platform would, and moves the entities along.</summary>
    public static FormattedText Trimmed(string text, IEnumerable<MessageEntity> entities)
    {
        var first = text.Length - text.TrimStart().Length;
        var trimmed = text.Trim();
        var moved = entities
            .Select(entity => Clipped(entity, first, first + trimmed.Length))
            .Where(entity => entity.Length > 0)
            .Select(entity => entity with { Offset = entity.Offset - first })
            .OrderBy(entity => entity.Offset)
            .ThenByDescending(entity => entity.Length);
        return new FormattedText(trimmed, [.. moved]);
    }

    public static MessageEntity Clipped(MessageEntity entity, int from, int to)
    {
        var start = Math.Clamp(entity.Offset, from, to);
        return entity with { Offset = start, Length = Math.Clamp(entity.End, from, to) - start };
    }

    private void WriteLine(ReadOnlySpan<char> line, bool guarded)
    {
        if (guarded && (_breaks > 0 || _text.Length == 0 || _text[^1] == '\n'))
        {
            line = line.TrimStart(' ');
        }

        if (line.IsEmpty)
        {
            return;
        }

        Flush();
        line = _isolates.Kept(line);
        if (guarded)
        {
            PingGuard.Append(_text, line, handles);
            return;
        }

        _text.Append(line);
    }

    private void Flush()
    {
        if (_text.Length > 0 && _breaks > 0)
        {
            _text.Append('\n', _breaks).Append(_marker.Length > 0 ? _markerIndent : _indents.Peek());
        }

        _breaks = 0;
        _text.Append(_marker);
        _marker = "";
    }

    private void Add(MessageEntity entity)
    {
        var start = entity.Offset;
        var end = entity.End;
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            _entities.Add(entity with { Offset = start, Length = end - start });
        }
    }
}
