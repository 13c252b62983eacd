using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Files;

/// <summary>The files of a config folder, read into memory in the order of their names.</summary>
/// <param name="Main"><c>bothost.yaml</c>; null after a finding.</param>
/// <param name="Talks">One for each file that could be read.</param>
/// <param name="People">One for each file that could be read.</param>
/// <param name="AllPeopleRead">Whether no file of a person is missing from <paramref name="People"/>.</param>
internal sealed record ConfigFolder(SourceFile? Main, ImmutableArray<SourceFile> Talks, ImmutableArray<SourceFile> People, bool AllPeopleRead)
{
    public const string MainName = "bothost.yaml";

    public ImmutableArray<SourceFile> All => [.. Main is null ? [] : ImmutableArray.Create(Main), .. People, .. Talks];

    public static ConfigFolder Read(string directory, FindingList findings)
    {
        var main = ReadMain(directory, findings);
        if (main is null)
        {
            return new ConfigFolder(null, [], [], AllPeopleRead: false);
        }

        var (talks, _) = ReadAll(directory, "talks", findings);
        var (people, complete) = ReadAll(directory, "people", findings);
        return new ConfigFolder(main, talks, people, complete);
    }

    private static SourceFile? ReadMain(string directory, FindingList findings)
    {
        var path = Path.Combine(directory, MainName);
        if (File.Exists(path) || Directory.Exists(path))
        {
            return SourceFileReader.Read(directory, MainName, findings);
        }

        var remedy = File.Exists(Path.ChangeExtension(path, ".yml"))
            ? "rename bothost.yml to bothost.yaml"
            : $"write one with `bothost init --config {directory}`";
        findings.Error(new SourceSpan(MainName, 1, 1), "no-config", $"no bothost.yaml in {directory}", remedy);
        return null;
    }

    private static (ImmutableArray<SourceFile> Files, bool Complete) ReadAll(string directory, string folder, FindingList findings)
    {
        var full = Path.Combine(directory, folder);
        if (!Directory.Exists(full))
        {
            if (File.Exists(full))
            {
                findings.Error(new SourceSpan(folder, 1, 1), "not-a-folder", $"'{folder}' is a file", $"make it a folder with one file for each of the {folder}");
                return ([], false);
            }

            return ([], true);
        }

        try
        {
            var paths = Directory.EnumerateFileSystemEntries(full)
                .Select(entry => Path.GetFileName(entry))
                .Where(name => name[0] != '.')
                .Order(StringComparer.Ordinal)
                .ToList();
            WarnOfFolders(full, folder, paths, findings);
            var yaml = paths.Where(IsYaml).Select(name => $"{folder}/{name}").ToList();
            ImmutableArray<SourceFile> files = [.. yaml.Select(path => SourceFileReader.Read(directory, path, findings)).OfType<SourceFile>()];
            return (files, files.Length == yaml.Count);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Error(new SourceSpan(folder, 1, 1), "unreadable", $"'{folder}' cannot be listed: {exception.Message.TrimEnd('.')}", "check that the bot may read the folder");
            return ([], false);
        }
    }

    /// <summary>A talk that is silently not read is the worst kind of mistake, so a folder that looks like it holds some is named.</summary>
    private static void WarnOfFolders(string full, string folder, List<string> names, FindingList findings)
    {
        foreach (var name in names.Where(name => !IsYaml(name) && Directory.Exists(Path.Combine(full, name))))
        {
            if (Directory.EnumerateFiles(Path.Combine(full, name)).Any(IsYaml))
            {
                findings.Warning(new SourceSpan($"{folder}/{name}", 1, 1), "folder-not-read", $"the YAML files in '{folder}/{name}' are not read", $"move them up into '{folder}'");
            }
        }
    }

    private static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
