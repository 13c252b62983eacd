using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using HandlebarsDotNet;

namespace BotHost.Posts.Templates;

/// <summary>Makes the templates of one language ready; nothing can go wrong with them later.</summary>
internal sealed partial class TemplateCompiler
{
    private const int MaxPartDepth = 5;

    private readonly IHandlebars _handlebars = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new MarkdownEncoder() });
    private readonly Dictionary<string, TemplateSource> _sources;
    private readonly List<Finding> _findings = [];

    private TemplateCompiler(IEnumerable<TemplateSource> sources) =>
        _sources = sources.ToDictionary(source => source.Name, Normalised, StringComparer.Ordinal);

    /// <param name="language">The language of all the sources.</param>
    /// <param name="sources">One for every step kind, and the parts.</param>
    /// <exception cref="InvalidTemplatesException">Any of them is wrong; all mistakes are told at once.</exception>
    public static TemplateSet Compile(string language, IEnumerable<TemplateSource> sources)
    {
        var compiler = new TemplateCompiler(sources);
        compiler.Check(language);
        compiler.ThrowIfFound();
        var templates = Enum.GetValues<StepKind>().ToDictionary(kind => kind, kind => compiler.Compile(TemplateSource.NameOf(kind)));
        compiler.ThrowIfFound();
        return new TemplateSet(language, compiler._sources[TemplateSource.JoinLabel].Text.Trim(), templates.ToFrozenDictionary());
    }

    private static TemplateSource Normalised(TemplateSource source) =>
        source with { Text = source.Text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') };

    private void Check(string language)
    {
        var parts = _sources.Values.Where(source => !source.IsPost).Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
        _findings.AddRange(_sources.Values.SelectMany(source => TemplateCheck.Check(source, parts)));

        foreach (var name in Enum.GetValues<StepKind>().Select(TemplateSource.NameOf).Concat([TemplateSource.JoinLabel, TemplateSource.Second]))
        {
            if (!_sources.ContainsKey(name))
            {
                Add(new TemplateSource(language, name, ""), "the template is missing", "add the file");
            }
        }
    }

    private PostTemplate Compile(string name)
    {
        var source = _sources[name];
        var pieces = Divider().Split(source.Text, 3);
        var second = pieces.Length > 2 ? pieces[2] : _sources[TemplateSource.Second].Text;
        return new PostTemplate(Compile(source, pieces[0].TrimEnd('\n')), Compile(source, pieces[1]), Compile(source, second));
    }

    private HandlebarsTemplate<object, object> Compile(TemplateSource source, string text)
    {
        try
        {
            return _handlebars.Compile(WithParts(source, text, 0));
        }
        catch (HandlebarsException exception)
        {
            Add(source, exception.Message.ReplaceLineEndings(" "), "correct the template");
            return (_, _) => "";
        }
    }

    /// <summary>Parts are put in as text: Handlebars would swallow the line end behind one that stands alone, and with it the paragraph's end.</summary>
    private string WithParts(TemplateSource source, string text, int depth)
    {
        if (depth > MaxPartDepth)
        {
            Add(source, "its parts call each other in a circle", "let one of them stop");
            return "";
        }

        return Part().Replace(text, call => WithParts(source, _sources[call.Groups[1].Value].Text, depth + 1));
    }

    private void Add(TemplateSource source, string text, string remedy) =>
        _findings.Add(new Finding(Severity.Error, new SourceSpan(source.File, 1, 1), "template", text, remedy));

    private void ThrowIfFound()
    {
        if (_findings.Count > 0)
        {
            throw new InvalidTemplatesException(_findings);
        }
    }

    [GeneratedRegex(@"\{\{>\s*([^\s{}]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^---[ \t]*\n", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Divider();
}
