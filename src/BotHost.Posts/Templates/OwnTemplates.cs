using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Posts.Templates;

/// <summary>The organiser's templates laid over the built-in ones, and what is wrong with them.</summary>
/// <param name="Library">Ready for posts. A file with a mistake is left out of it, so that no post ever fails for a template.</param>
/// <param name="Findings">Every mistake.</param>
internal sealed record OwnTemplates(TemplateLibrary Library, ImmutableArray<Finding> Findings)
{
    /// <param name="files">From the config folder.</param>
    /// <param name="builtIn">What comes with the program.</param>
    public static OwnTemplates Of(ImmutableArray<TemplateFile> files, TemplateLibrary builtIn)
    {
        var findings = new List<Finding>();
        var own = OwnFiles.Sort(files, builtIn.Shelf, findings);
        findings.AddRange(Languages(own).SelectMany(language => Check(language, own)));
        var broken = findings.Where(finding => finding.Severity is Severity.Error).Select(finding => finding.Where.File).ToHashSet(StringComparer.Ordinal);
        var whole = own.Without(source => broken.Contains(source.At(0).File));
        var sets = Languages(whole).Select(language => Compile(language, whole, findings, isAll: broken.Count == 0)).OfType<TemplateSet>();
        return new OwnTemplates(builtIn.With(whole, sets), [.. findings.Distinct()]);
    }

    private static IEnumerable<string> Languages(TemplateShelf shelf) =>
        shelf.Own.Select(source => source.Language).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<Finding> Check(string language, TemplateShelf shelf)
    {
        var set = shelf.SetOf(language);
        return set.Values.Where(source => source.Own is not null).SelectMany(source => TemplateCheck.Check(source, set));
    }

    /// <summary>Null where the files do not go together: the language is told by what is built in.</summary>
    private static TemplateSet? Compile(string language, TemplateShelf whole, List<Finding> findings, bool isAll)
    {
        var sources = whole.SetOf(language);
        try
        {
            var set = TemplateCompiler.Compile(language, sources.Values);
            var tried = TemplateTrial.Of(set, sources);
            findings.AddRange(tried);
            return tried.Count == 0 ? set : null;
        }
        catch (InvalidTemplatesException invalid)
        {
            // A file that calls one which was left out is not at fault itself.
            findings.AddRange(isAll ? invalid.Findings : []);
            return null;
        }
    }
}
