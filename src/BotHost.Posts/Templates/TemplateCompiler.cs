using System.Collections.Frozen;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using HandlebarsDotNet;

namespace BotHost.Posts.Templates;

/// <summary>Makes the templates of one language ready; nothing can go wrong with them later.</summary>
internal sealed class TemplateCompiler
{
    private readonly IHandlebars _handlebars = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new MarkdownEncoder() });
    private readonly Dictionary<string, HandlebarsTemplate<object, object>> _compiled = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, TemplateSource> _sources;
    private readonly List<Finding> _findings = [];

    private TemplateCompiler(IEnumerable<TemplateSource> sources) =>
        _sources = sources.ToFrozenDictionary(source => source.Name, StringComparer.Ordinal);

    /// <param name="language">The language of the readers; a source may be in another one where there is none in theirs.</param>
    /// <param name="sources">One for every step kind, and the parts.</param>
    /// <exception cref="InvalidTemplatesException">Any of them is wrong; all mistakes are told at once.</exception>
    public static TemplateSet Compile(string language, IEnumerable<TemplateSource> sources)
    {
        var compiler = new TemplateCompiler(sources);
        compiler.Check(language);
        compiler.ThrowIfFound();
        var set = compiler.Compile(language);
        compiler.ThrowIfFound();
        return set;
    }

    private void Check(string language)
    {
        _findings.AddRange(_sources.Values.SelectMany(source => TemplateCheck.Check(source, _sources)));
        foreach (var name in TemplateSource.PostNames.Append(TemplateSource.JoinLabel).Append(TemplateSource.Second).Where(name => !_sources.ContainsKey(name)))
        {
            _findings.Add(new Finding(Severity.Error, new TemplateSource(language, name, "").At(0), TemplateCheck.Rule, "the template is missing", "add the file"));
        }
    }

    private TemplateSet Compile(string language)
    {
        var pieces = Enum.GetValues<StepKind>().ToDictionary(kind => kind, kind => PostPieces.Of(_sources[TemplateSource.NameOf(kind)], _sources));
        var templates = pieces.ToFrozenDictionary(
            entry => entry.Key,
            entry => new PostTemplate(
                Compile(entry.Value.Lead), Compile(entry.Value.Body), Compile(pieces[KindOfSecond(language, entry.Key)].Second)));
        return new TemplateSet(language, _sources[TemplateSource.JoinLabel].Text.Trim(), templates);
    }

    /// <summary>What a language has no words for is told as its announcement tells it, which says least in words of its own.</summary>
    private StepKind KindOfSecond(string language, StepKind kind) =>
        kind is not StepKind.Digest && !LanguageTags.Serves(_sources[TemplateSource.NameOf(kind)].Language, language) ? StepKind.Announcement : kind;

    private HandlebarsTemplate<object, object> Compile(TemplatePiece piece)
    {
        var before = _findings.Count;
        var text = ExpandedText.Of(piece, _sources, _findings.Add);
        if (_findings.Count > before)
        {
            return (_, _) => "";
        }

        if (_compiled.TryGetValue(text, out var known))
        {
            return known;
        }

        try
        {
            return _compiled[text] = _handlebars.Compile(text);
        }
        catch (HandlebarsException exception)
        {
            _findings.Add(new Finding(
                Severity.Error, piece.Source.At(piece.Start), TemplateCheck.Rule, exception.Message.ReplaceLineEndings(" "), "correct the template below this place"));
            return (_, _) => "";
        }
    }

    private void ThrowIfFound()
    {
        if (_findings.Count > 0)
        {
            throw new InvalidTemplatesException([.. _findings.Distinct()]);
        }
    }
}
