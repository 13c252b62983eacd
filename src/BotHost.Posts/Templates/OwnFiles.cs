using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Posts.Templates;

/// <summary>Tells which of the organiser's files are templates, by their names.</summary>
internal static class OwnFiles
{
    public const string UnknownName = "unknown-template";

    /// <param name="files">From the config folder.</param>
    /// <param name="builtIn">Whose names can be overridden.</param>
    /// <param name="findings">Takes names that nothing goes by, and files that write the same template.</param>
    public static TemplateShelf Sort(ImmutableArray<TemplateFile> files, TemplateShelf builtIn, List<Finding> findings)
    {
        var sources = files.Select(TemplateSource.Of).ToList();
        var called = sources.SelectMany(PartCalls.In).Select(call => call.Name).ToHashSet(StringComparer.Ordinal);
        var own = new Dictionary<(string Language, string Name), TemplateSource>();
        foreach (var source in sources)
        {
            var key = (source.Language.ToLowerInvariant(), source.Name);
            if (!builtIn.Names.Contains(source.Name) && !called.Contains(source.Name))
            {
                findings.Add(new Finding(
                    Severity.Error,
                    source.At(0),
                    UnknownName,
                    $"no template is called '{source.Name}', and none of yours calls a part of that name",
                    TemplateAdvice.Suggest(source.Name, builtIn.Names, "templates are")));
            }
            else if (own.TryGetValue(key, out var first))
            {
                findings.Add(new Finding(
                    Severity.Error, source.At(0), TemplateCheck.Rule, $"{first.At(0).File} is the same template in the same language", "keep one of them"));
            }
            else
            {
                own.Add(key, source);
            }
        }

        return builtIn.With(own.Values);
    }
}
