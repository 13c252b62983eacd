using BotHost.Announcements.Texts;
using BotHost.Configuration.Import.Planning;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Writing;
using NodaTime;

namespace BotHost.Configuration.Import;

/// <summary>Turns a pasted announcement into the files of a draft talk and of its people.</summary>
/// <remarks>
/// Every word stays: what is not understood becomes the summary, and nothing that is there is overwritten. The files come all
/// together or not at all.
/// </remarks>
public sealed class AnnouncementImport(CatalogueReader reader, IMarkdownReader markdown, IClock clock)
{
    /// <summary>Reads the announcement against the config and writes nothing.</summary>
    /// <exception cref="ImportException">It cannot be imported; the sentence says why.</exception>
    public ImportResult Preview(ImportRequest request)
    {
        var (plan, _) = Plan(request);
        return new ImportResult(plan.Files, plan.Words, plan.Snippet, []);
    }

    /// <summary>Writes the files and reads the config again.</summary>
    /// <exception cref="ImportException">It cannot be imported, and nothing was written; the sentence says why.</exception>
    public ImportResult Write(ImportRequest request)
    {
        var (plan, config) = Plan(request);
        ImportWriter.Write(request.Directory, plan.Files, config.Main.Bytes);
        var paths = plan.Files.Where(file => !file.IsChange).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return new ImportResult(plan.Files, plan.Words, plan.Snippet, [.. reader.Read(request.Directory).Findings.Where(finding => paths.Contains(finding.Where.File))]);
    }

    private (ImportPlan Plan, KnownConfig Config) Plan(ImportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = AnnouncementText.Read(SourceInput.Decode(request.Bytes, request.Name));
        if (KnownConfig.Read(request.Directory, markdown, out var problems) is not { } config)
        {
            throw new ImportException(string.Join('\n', problems.Select(problem => problem.ToString()).Append("Nothing was written: mend bothost.yaml first.")));
        }

        var planner = new ImportPlanner(config, path => Path.Exists(Path.Combine(request.Directory, path)), clock.GetCurrentInstant());
        return (planner.Plan(text, request.SeriesId, request.TalkId), config);
    }
}
