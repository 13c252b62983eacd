using System.Text;

namespace BotHost.Sandbox.Telegram.Texts;

/// <summary>Reads parse_mode HTML into text and entities, refusing what the server refuses, in its words.</summary>
internal sealed class HtmlReader
{
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly Stack<OpenTag> _open = [];
    private readonly List<TextEntity> _entities = [];
    private int _at;

    private HtmlReader(string source) => _source = source;

    public static (string Text, IReadOnlyList<TextEntity> Entities) Read(string source)
    {
        var reader = new HtmlReader(source);
        reader.ReadAll();
        return (reader._text.ToString(), [.. reader._entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)]);
    }

    private void ReadAll()
    {
        while (_at < _source.Length)
        {
            switch (_source[_at])
            {
                case '<' when _at + 1 < _source.Length && _source[_at + 1] == '/':
                    ReadEnd();
                    break;
                case '<':
                    ReadStart();
                    break;
                case '&':
                    ReadReference();
                    break;
                default:
                    _text.Append(_source[_at++]);
                    break;
            }
        }

        if (_open.TryPeek(out var left))
        {
            throw Unparsed($"Can't find end tag corresponding to start tag \"{left.Tag}\"");
        }
    }

    private void ReadStart()
    {
        var begin = _at++;
        var tag = TakeWhile(one => char.IsAsciiLetterOrDigit(one) || one == '-').ToLowerInvariant();
        if (tag.Length == 0 || !OpenTag.IsKnown(tag))
        {
            throw Unparsed($"Unsupported start tag \"{tag}\" at byte offset {Bytes(begin)}");
        }

        var attributes = ReadAttributes(tag, begin);
        if (tag == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
        {
            throw Unparsed($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        }

        _open.Push(new OpenTag(tag, _text.Length, attributes));
    }

    private Dictionary<string, string> ReadAttributes(string tag, int begin)
    {
        Dictionary<string, string> attributes = [];
        while (true)
        {
            TakeWhile(char.IsWhiteSpace);
            if (_at >= _source.Length)
            {
                throw Unparsed($"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}");
            }

            if (_source[_at] == '>')
            {
                _at++;
                return attributes;
            }

            var name = TakeWhile(one => !char.IsWhiteSpace(one) && one is not ('=' or '>' or '/' or '"' or '\'')).ToLowerInvariant();
            if (name.Length == 0)
            {
                throw Unparsed($"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(begin)}");
            }

            TakeWhile(char.IsWhiteSpace);
            if (_at >= _source.Length || _source[_at] != '=')
            {
                attributes[name] = "";
                continue;
            }

            _at++;
            TakeWhile(char.IsWhiteSpace);
            attributes[name] = ReadValue(begin);
        }
    }

    private string ReadValue(int begin)
    {
        if (_at >= _source.Length || _source[_at] is not ('"' or '\''))
        {
            return TakeWhile(one => char.IsAsciiLetterOrDigit(one) || one is '.' or '-');
        }

        var quote = _source[_at++];
        var end = _source.IndexOf(quote, _at);
        if (end < 0)
        {
            throw Unparsed($"Unclosed start tag at byte offset {Bytes(begin)}");
        }

        var raw = _source[_at..end];
        _at = end + 1;
        var value = new StringBuilder();
        for (var index = 0; index < raw.Length;)
        {
            if (raw[index] == '&' && HtmlReference.At(raw, index) is var (character, length))
            {
                value.Append(character);
                index += length;
            }
            else
            {
                value.Append(raw[index++]);
            }
        }

        return value.ToString();
    }

    private void ReadEnd()
    {
        var begin = _at;
        _at += 2;
        var tag = TakeWhile(one => char.IsAsciiLetterOrDigit(one) || one == '-').ToLowerInvariant();
        TakeWhile(char.IsWhiteSpace);
        if (_at >= _source.Length || _source[_at] != '>')
        {
            throw Unparsed($"Unclosed end tag at byte offset {Bytes(begin)}");
        }

        _at++;
        if (!_open.TryPop(out var open))
        {
            throw Unparsed($"Unexpected end tag at byte offset {Bytes(begin)}");
        }

        if (tag.Length > 0 && tag != open.Tag)
        {
            throw Unparsed($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{open.Tag}>\", found \"</{tag}>\"");
        }

        if (_text.Length > open.Start && open.Close(_text.ToString(open.Start, _text.Length - open.Start), _open.TryPeek(out var outer) ? outer : null) is { } entity)
        {
            _entities.Add(entity);
        }
    }

    private void ReadReference()
    {
        if (HtmlReference.At(_source, _at) is var (character, length))
        {
            _text.Append(character);
            _at += length;
        }
        else
        {
            _text.Append(_source[_at++]);
        }
    }

    private string TakeWhile(Func<char, bool> fits)
    {
        var start = _at;
        while (_at < _source.Length && fits(_source[_at]))
        {
            _at++;
        }

        return _source[start.._at];
    }

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(_source.AsSpan(0, index));

    private static TelegramRefusal Unparsed(string why) => TelegramRefusal.Bad("can't parse entities: " + why);
}
