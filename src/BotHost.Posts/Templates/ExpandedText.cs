using System.Text;
using BotHost.Announcements.Talks;

namespace BotHost.Posts.Templates;

/// <summary>Puts the parts that a template calls in their places.</summary>
/// <remarks>As text: Handlebars would swallow the line end behind a part that stands alone, and with it the paragraph's end.</remarks>
internal sealed class ExpandedText
{
    /// <summary>In characters. Parts that call parts twice grow without end.</summary>
    private const int MaxLength = 3 * TemplateCheck.MaxLength;

    private const int MaxCalls = 200;

    private readonly IReadOnlyDictionary<string, TemplateSource> _set;
    private readonly Action<Finding> _found;
    private readonly StringBuilder _text = new();
    private int _calls;
    private bool _isFull;

    private ExpandedText(IReadOnlyDictionary<string, TemplateSource> set, Action<Finding> found)
    {
        _set = set;
        _found = found;
    }

    /// <param name="piece">From a template that was checked, so that no part calls itself.</param>
    /// <param name="set">The parts by their names.</param>
    /// <param name="found">Told of parts that are too many.</param>
    public static string Of(TemplatePiece piece, IReadOnlyDictionary<string, TemplateSource> set, Action<Finding> found)
    {
        var expanded = new ExpandedText(set, found);
        expanded.Add(piece);
        return expanded._text.ToString();
    }

    private void Add(TemplatePiece piece)
    {
        var at = piece.Start;
        var floor = _text.Length;
        foreach (var (name, mark) in PartCalls.In(piece.Source).Where(call => call.Mark.Index >= piece.Start && call.Mark.End <= piece.End))
        {
            Words(piece.Source, at, mark.Index);
            at = mark.End;
            if (piece.Source.Text[mark.Index + 2] == '~')
            {
                TrimEnd(TemplateMarks.Spaces, 0);
            }

            Call(piece.Source, name, mark);
            while (piece.Source.Text[mark.End - 3] == '~' && at < piece.End && TemplateMarks.Spaces.Contains(piece.Source.Text[at]))
            {
                at++;
            }

            if (_isFull)
            {
                return;
            }
        }

        Words(piece.Source, at, piece.End);
        TrimEnd(['\n'], floor);
    }

    private void Call(TemplateSource caller, string name, TemplateMark mark)
    {
        if (_text.Length > MaxLength || ++_calls > MaxCalls)
        {
            _isFull = true;
            _found(new Finding(
                Severity.Error,
                caller.At(mark.Index),
                TemplateCheck.Rule,
                $"with its parts the template has more than {MaxLength} characters or {MaxCalls} calls",
                "call fewer parts"));
            return;
        }

        Add(TemplatePiece.Of(_set[name]));
    }

    private void TrimEnd(ReadOnlySpan<char> characters, int floor)
    {
        while (_text.Length > floor && characters.Contains(_text[^1]))
        {
            _text.Length--;
        }
    }

    private void Words(TemplateSource source, int from, int to) => _text.Append(source.Text[from..to].Replace("\r\n", "\n", StringComparison.Ordinal));
}
