using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Posts.Templates;

/// <summary>The words of a template as one Markdown text: a made-up word for each value and each part, and nothing for the tags around them.</summary>
internal sealed partial class TemplateWords
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Here, int There, int Length)> _stretches = [];
    private readonly List<TemplateMark> _said = [];

    private TemplateWords()
    {
    }

    public string Text => _text.ToString();

    public static TemplateWords Of(TemplateSource source)
    {
        var words = new TemplateWords();
        var at = 0;
        foreach (var mark in TemplateMarks.In(source.Text))
        {
            words.Copy(source.Text, at, mark.Index);
            at = mark.End;
            words.Put(mark);
        }

        words.Copy(source.Text, at, source.Text.Length);
        return words;
    }

    /// <summary>Where a place of the text stands in the template.</summary>
    public int PlaceOf(int index)
    {
        var (here, there, length) = _stretches.LastOrDefault(stretch => stretch.Here <= index);
        return there + Math.Min(index - here, Math.Max(length - 1, 0));
    }

    /// <summary>The values and parts that a piece of the text says.</summary>
    public IReadOnlyList<TemplateMark> SaidIn(string piece) =>
        [.. Word().Matches(piece).Select(match => Find(match.Groups[1].ValueSpan)).OfType<TemplateMark>()];

    /// <summary>A piece of the text with something else in the place of its values and parts.</summary>
    public string Replaced(string piece, Func<TemplateMark, string> other) =>
        Word().Replace(piece, match => Find(match.Groups[1].ValueSpan) is { } mark ? other(mark) : match.Value);

    private void Put(TemplateMark mark)
    {
        switch (mark)
        {
            case { Kind: TemplateMarkKind.Divider }:
                _text.Append("\n\n");
                break;
            case { Kind: TemplateMarkKind.Tag, Words: not "else" and ['>' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] }:
                _stretches.Add((_text.Length, mark.Index, 1));
                // ASCII letters and digits alone: they neither begin markup nor end an address.
                _text.Append(CultureInfo.InvariantCulture, $"zq{_said.Count}qz");
                _said.Add(mark);
                break;
        }
    }

    private void Copy(string text, int from, int to)
    {
        _stretches.Add((_text.Length, from, to - from));
        _text.Append(text, from, to - from);
    }

    private TemplateMark? Find(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _said.Count ? _said[index] : null;

    [GeneratedRegex("zq([0-9]{1,9})qz", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
