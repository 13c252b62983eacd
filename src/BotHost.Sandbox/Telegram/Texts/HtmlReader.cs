using System.Globalization;
using System.Text;

namespace BotHost.Sandbox.Telegram.Texts;

/// <summary>Reads parse_mode HTML into text and entities, refusing what the server refuses, in its words.</summary>
internal sealed class HtmlReader
{
    private static readonly Dictionary<string, string> Plain = new(StringComparer.Ordinal)
    {
        ["b"] = "bold", ["strong"] = "bold", ["i"] = "italic", ["em"] = "italic", ["u"] = "underline", ["ins"] = "underline",
        ["s"] = "strikethrough", ["strike"] = "strikethrough", ["del"] = "strikethrough", ["code"] = "code", ["pre"] = "pre",
        ["a"] = "text_link", ["blockquote"] = "blockquote", ["tg-spoiler"] = "spoiler", ["span"] = "spoiler", ["tg-time"] = "date_time", ["tg-emoji"] = "custom_emoji",
    };

    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly Stack<Open> _open = [];
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
        if (tag.Length == 0 || !Plain.ContainsKey(tag))
        {
            throw Unparsed($"Unsupported start tag \"{tag}\" at byte offset {Bytes(begin)}");
        }

        var attributes = ReadAttributes(tag, begin);
        if (tag == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
        {
            throw Unparsed($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        }

        _open.Push(new Open(tag, _text.Length, attributes));
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

        if (_text.Length > open.Start)
        {
            Close(open);
        }
    }

    private void Close(Open open)
    {
        var entity = new TextEntity(Plain[open.Tag], open.Start, _text.Length - open.Start);
        switch (open.Tag)
        {
            case "a":
                var href = open.Attributes.GetValueOrDefault("href") ?? _text.ToString(open.Start, _text.Length - open.Start);
                if (href.StartsWith("tg://user?id=", StringComparison.Ordinal) && long.TryParse(href["tg://user?id=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var user))
                {
                    _entities.Add(entity with { Type = "text_mention", UserId = user });
                }
                else if (Uri.TryCreate(href.Contains("://", StringComparison.Ordinal) ? href : "http://" + href, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "tg" or "ton")
                {
                    // An invalid link is dropped silently and its text stays, as the server does it.
                    _entities.Add(entity with { Url = href.Contains("://", StringComparison.Ordinal) ? href : url.ToString() });
                }

                break;
            case "blockquote":
                _entities.Add(entity with { Type = open.Attributes.ContainsKey("expandable") ? "expandable_blockquote" : "blockquote" });
                break;
            case "code" when _open.TryPeek(out var pre) && pre.Tag == "pre":
                if (open.Attributes.GetValueOrDefault("class") is { } name && name.StartsWith("language-", StringComparison.Ordinal))
                {
                    pre.Language = name["language-".Length..];
                }

                break;
            case "pre":
                _entities.Add(entity with { Language = open.Language });
                break;
            case "tg-emoji":
                _entities.Add(entity with { CustomEmojiId = open.Attributes.GetValueOrDefault("emoji-id") ?? "" });
                break;
            case "tg-time":
                var format = open.Attributes.GetValueOrDefault("format") ?? "";
                EntityCheck.CheckDateFormat(format);
                if (int.TryParse(open.Attributes.GetValueOrDefault("unix"), NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && unix > 0)
                {
                    _entities.Add(entity with { UnixTime = unix, DateTimeFormat = format });
                }

                break;
            default:
                _entities.Add(entity);
                break;
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

    private sealed class Open(string tag, int start, Dictionary<string, string> attributes)
    {
        public string Tag => tag;

        public int Start => start;

        public Dictionary<string, string> Attributes => attributes;

        public string? Language { get; set; }
    }
}
