using System.Text;

namespace BotHost.Sandbox.Reading;

/// <summary>Collects what the markup of one message comes to.</summary>
internal sealed class MarkNotes(Func<long, string, string> timeWords)
{
    private readonly StringBuilder _text = new();

    public List<string> Headings { get; } = [];

    public List<ReadLink> Links { get; } = [];

    public List<string> Mentions { get; } = [];

    public List<ReadTime> Times { get; } = [];

    /// <summary>The first address outside of angle brackets, of which a preview may be shown.</summary>
    public string? Previewed { get; private set; }

    public string Text => _text.ToString();

    public int Length => _text.Length;

    public void Write(string words) => _text.Append(words);

    public void Write(char one) => _text.Append(one);

    /// <summary>What was written since a place.</summary>
    public string Since(int start) => _text.ToString(start, _text.Length - start);

    public void Break()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    public void AddLink(string words, string target, bool isQuiet)
    {
        Links.Add(new ReadLink(words, target));
        Previewed ??= isQuiet ? null : target;
    }

    public void AddMention(string who, string words)
    {
        Mentions.Add(who);
        Write(words);
    }

    public void AddTime(long seconds, string format)
    {
        var words = timeWords(seconds, format);
        Times.Add(new ReadTime(seconds, format, words));
        Write(words);
    }
}
