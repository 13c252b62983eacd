using BotHost.Announcements.Talks;

namespace BotHost.Posts.Templates;

/// <summary>Finds what is wrong with a template before it is ever used, also in branches that no talk at hand would take.</summary>
internal sealed class TemplateCheck
{
    public const string Rule = "template";

    /// <summary>In characters. No platform takes a post that is half as long, and what costs more than its length stays cheap.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Every tag and every note; the engine needs a while for each of them.</summary>
    public const int MaxTags = 1_000;

    /// <summary>Who has made so many mistakes in one file has made one of them many times.</summary>
    private const int MaxFindings = 50;

    private readonly TemplateSource _source;
    private readonly IReadOnlyDictionary<string, TemplateSource> _set;
    private readonly TemplateScope _scope;
    private readonly bool _followsCalls;
    private readonly List<Finding> _findings = [];
    private readonly OpenBlocks _open;
    private int _dividers;

    private TemplateCheck(TemplateSource source, IReadOnlyDictionary<string, TemplateSource> set, TemplateScope scope, bool followsCalls)
    {
        _source = source;
        _set = set;
        _scope = scope;
        _followsCalls = followsCalls;
        _open = new OpenBlocks(scope, at => source.At(at).Line, Add);
    }

    /// <param name="source">The template.</param>
    /// <param name="set">All templates and parts of its language, by their names.</param>
    public static IReadOnlyList<Finding> Check(TemplateSource source, IReadOnlyDictionary<string, TemplateSource> set) =>
        Check(source, set, TemplateScope.Of(source), followsCalls: true);

    private static List<Finding> Check(
        TemplateSource source, IReadOnlyDictionary<string, TemplateSource> set, TemplateScope scope, bool followsCalls)
    {
        var check = new TemplateCheck(source, set, scope, followsCalls);
        check.Run();
        return check._findings.Count <= MaxFindings
            ? check._findings
            : [.. check._findings.Take(MaxFindings), new Finding(
                Severity.Error, source.At(0), Rule, $"there are {check._findings.Count - MaxFindings} more mistakes", "mend the first ones, and look again")];
    }

    private void Run()
    {
        var text = _source.Text;
        if (text.Length > MaxLength)
        {
            Add(0, $"the template has {text.Length} characters", $"at most {MaxLength} are read: leave out what no post has room for");
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Add(0, "the template is empty", "write what it is to say, or {{! nothing }}, or take the file away to have the built-in one");
            return;
        }

        var marks = TemplateMarks.In(text);
        if (marks.Count > MaxTags)
        {
            Add(marks[MaxTags].Index, $"the template has {marks.Count} tags", $"at most {MaxTags} are read");
            return;
        }

        foreach (var mark in marks)
        {
            Read(mark);
        }

        _open.End("is never closed");
        foreach (var (index, words, remedy) in LooksLikeTag.In(text, marks, _scope))
        {
            Add(index, words, remedy);
        }

        if (_source.IsPost && _dividers == 0)
        {
            Add(0, $"there is no line {TemplateSource.Divider}", "put it below the one line that notifications show and above the body");
        }
    }

    private void Read(TemplateMark mark)
    {
        var tag = _source.Text.Substring(mark.Index, Math.Min(mark.Length, 60));
        switch (mark.Kind)
        {
            case TemplateMarkKind.Tag:
                ReadTag(mark.Index, tag, mark.Words);
                break;
            case TemplateMarkKind.Raw:
                Add(mark.Index, $"{tag} would let a value bring markup of its own", "write it with two braces");
                break;
            case TemplateMarkKind.Escaped:
                Add(mark.Index - 1, "the backslash would show {{ to readers", "take it away; to break a line, put the backslash at the line's end");
                break;
            case TemplateMarkKind.Unclosed:
                var isNote = tag.StartsWith("{{!", StringComparison.Ordinal);
                Add(mark.Index, isNote ? "the note is never closed" : "{{ is never closed", isNote ? "write }} behind it, or --}} if it begins with {{!--" : "write }} behind the name");
                break;
            case TemplateMarkKind.Divider:
                ReadDivider(mark.Index);
                break;
        }
    }

    private void ReadDivider(int at)
    {
        _dividers++;
        _open.End($"is not closed before the line {TemplateSource.Divider}");
        if (!_source.IsPost)
        {
            Add(at, $"a part has no line {TemplateSource.Divider}", "take it away: it is posts that have several pieces");
        }
        else if (_dividers > 2)
        {
            Add(at, $"there is a third line {TemplateSource.Divider}", "take it away: a post has a lead, a body, and what it tells in further languages");
        }
    }

    private void ReadTag(int at, string tag, string words)
    {
        var parts = words.Split(TemplateMarks.Spaces, StringSplitOptions.RemoveEmptyEntries);
        switch (parts)
        {
            case ["#if" or "#unless" or "#each", var name]:
                FindUnknown(at, name);
                _open.Open(at, parts[0][1..], name);
                break;
            case [['/', .. var word]]:
                _open.Close(at, word);
                break;
            case ["else"] when _open.IsAny:
                _open.Else(at);
                break;
            case [">", var name]:
                CallPart(at, name);
                break;
            case [['>', .. var name]]:
                CallPart(at, name);
                break;
            case [['@' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]] when parts[0] != "else":
                FindUnprintable(at, parts[0]);
                break;
            default:
                Add(at, $"{tag} is not understood", "known forms are {{name}}, {{#if name}}, {{#unless name}}, {{#each list}}, {{else}}, {{> part}} and {{! note}}");
                break;
        }
    }

    private void CallPart(int at, string name)
    {
        if (!_set.TryGetValue(name, out var part) || part.IsPost)
        {
            var parts = _set.Values.Where(source => !source.IsPost).Select(source => source.Name).Order(StringComparer.Ordinal).ToList();
            Add(at, $"there is no part '{name}'", TemplateAdvice.Suggest(name, parts, "known parts are"));
        }
        else if (PartCalls.Of(part, _set).Contains(_source))
        {
            Add(at, $"the part '{_source.Name}' calls itself in a circle", "take one of the calls away");
        }
        else if (_open.IsInEach)
        {
            Add(at, $"the part '{name}' stands inside {{{{#each}}}}", "parts speak of the talk: call them outside");
        }
        else if (_followsCalls && _scope == TemplateScope.Digest && PartCalls.Of(part, _set).Any(SpeaksOfATalk))
        {
            Add(at, $"the part '{name}' speaks of one talk", "a digest is about a series: write here what it is to say");
        }
    }

    private bool SpeaksOfATalk(TemplateSource part) =>
        Check(part, _set, TemplateScope.Talk, followsCalls: false).Count < Check(part, _set, TemplateScope.Digest, followsCalls: false).Count;

    private void FindUnknown(int at, string name)
    {
        if (!(name is "@first" or "@last" && _open.IsInEach) && !_open.Scope.Knows(name))
        {
            Add(at, $"'{name}' is not known here", TemplateAdvice.For(name, _open.Scope, _scope));
        }
    }

    private void FindUnprintable(int at, string name)
    {
        FindUnknown(at, name);
        if (name[0] == '@' || _open.Scope.IsFlag(name))
        {
            Add(at, $"'{name}' is yes or no, and no words", $"write {{{{#if {name}}}}} and {{{{/if}}}} around what is to be said");
        }
        else if (_open.Scope.ItemOf(name) is not null)
        {
            Add(at, $"'{name}' is a list", $"write {{{{#each {name}}}}} and {{{{/each}}}} around what is to be said of each");
        }
    }

    private void Add(int at, string text, string remedy) => _findings.Add(new Finding(Severity.Error, _source.At(at), Rule, text, remedy));
}
