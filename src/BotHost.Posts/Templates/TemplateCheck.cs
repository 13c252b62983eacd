using System.Text.RegularExpressions;
using BotHost.Announcements.Talks;

namespace BotHost.Posts.Templates;

/// <summary>Finds what is wrong with a template before it is ever used, also in branches that no talk at hand would take.</summary>
internal sealed partial class TemplateCheck
{
    private const string Rule = "template";

    private readonly TemplateSource _source;
    private readonly IReadOnlySet<string> _parts;
    private readonly List<Finding> _findings = [];
    private readonly Stack<OpenBlock> _open = new();

    private TemplateCheck(TemplateSource source, IReadOnlySet<string> parts)
    {
        _source = source;
        _parts = parts;
    }

    private TemplateScope Scope => _open.TryPeek(out var block) ? block.Scope : TemplateScope.Of(_source);

    /// <param name="source">The template.</param>
    /// <param name="parts">The names that <c>{{> name}}</c> may call.</param>
    public static IReadOnlyList<Finding> Check(TemplateSource source, IReadOnlySet<string> parts)
    {
        var check = new TemplateCheck(source, parts);
        check.Run();
        return check._findings;
    }

    private void Run()
    {
        var end = 0;
        foreach (Match tag in Tag().Matches(_source.Text))
        {
            FindUnclosed(end, tag.Index);
            Read(tag.Index, tag.Value, tag.Groups["words"].Value.Trim('~').Trim());
            end = tag.Index + tag.Length;
        }

        FindUnclosed(end, _source.Text.Length);
        foreach (var block in _open)
        {
            Add(block.At, $"{{{{#{block.Word}}}}} is never closed", $"write {{{{/{block.Word}}}}} where it ends");
        }

        if (_source.IsPost && !HasDivider().IsMatch(_source.Text))
        {
            Add(0, $"there is no line {TemplateSource.Divider}", "put it below the one line that notifications show and above the body");
        }
    }

    private void Read(int at, string tag, string words)
    {
        if (tag.StartsWith("{{!", StringComparison.Ordinal))
        {
            return;
        }

        if (tag.StartsWith("{{{", StringComparison.Ordinal) || words.StartsWith('&'))
        {
            Add(at, $"{tag} would let a value bring markup of its own", "write it with two braces");
            return;
        }

        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        switch (parts)
        {
            case ["#if" or "#unless" or "#each", var name]:
                Open(at, parts[0][1..], name);
                break;
            case [['/', .. var word]]:
                Close(at, word);
                break;
            case ["else"] when _open.Count > 0:
                break;
            case [">", var name]:
                CallPart(at, name);
                break;
            case [['>', .. var name]]:
                CallPart(at, name);
                break;
            case [['@' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]] when parts[0] != "else":
                FindUnknown(at, parts[0]);
                break;
            default:
                Add(at, $"{tag} is not understood", "known forms are {{name}}, {{#if name}}, {{#unless name}}, {{#each list}}, {{else}}, {{> part}} and {{! note}}");
                break;
        }
    }

    private void Open(int at, string word, string name)
    {
        FindUnknown(at, name);
        var scope = Scope;
        if (word == "each")
        {
            scope = Scope.ItemOf(name) ?? Scope;
            if (Scope.Knows(name) && Scope.ItemOf(name) is null)
            {
                Add(at, $"'{name}' is not a list", "use {{#if}} for single values");
            }
        }

        _open.Push(new OpenBlock(word, at, scope));
    }

    private void Close(int at, string word)
    {
        if (_open.TryPeek(out var block) && block.Word == word)
        {
            _open.Pop();
            return;
        }

        var expected = block is null ? "nothing is open here: remove it" : $"write {{{{/{block.Word}}}}} first, for the block of line {LineOf(block.At)}";
        Add(at, $"{{{{/{word}}}}} closes nothing", expected);
    }

    private void CallPart(int at, string name)
    {
        if (!_parts.Contains(name))
        {
            Add(at, $"there is no part '{name}'", $"known parts are {string.Join(", ", _parts.Order(StringComparer.Ordinal))}");
        }
        else if (_open.Any(block => block.Word == "each"))
        {
            Add(at, $"the part '{name}' stands inside {{{{#each}}}}", "parts speak of the talk: call them outside");
        }
    }

    private void FindUnknown(int at, string name)
    {
        var isPosition = name is "@first" or "@last" && _open.Any(block => block.Word == "each");
        if (!isPosition && !Scope.Knows(name))
        {
            Add(at, $"'{name}' is not known here", $"known are {string.Join(", ", Scope.Names)}");
        }
    }

    private void FindUnclosed(int from, int to)
    {
        var at = _source.Text.AsSpan(from, to - from).IndexOf("{{");
        if (at >= 0)
        {
            Add(from + at, "{{ is never closed", "write }} behind the name");
        }
    }

    private void Add(int at, string text, string remedy) =>
        _findings.Add(new Finding(Severity.Error, new SourceSpan(_source.File, LineOf(at), ColumnOf(at)), Rule, text, remedy));

    private int LineOf(int at) => _source.Text.AsSpan(0, at).Count('\n') + 1;

    private int ColumnOf(int at) => at - (_source.Text.AsSpan(0, at).LastIndexOf('\n') + 1) + 1;

    [GeneratedRegex(@"\{\{(?:!--.*?--\}\}|\{?(?<words>[^{}]*)\}\}\}?)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^---[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex HasDivider();

    private sealed record OpenBlock(string Word, int At, TemplateScope Scope);
}
