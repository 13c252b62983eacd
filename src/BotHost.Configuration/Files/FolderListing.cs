using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Files;

/// <summary>What lies in a config folder, in the order of the names: one look at each name, and none into any file.</summary>
/// <remarks>
/// Links are fine as long as they stay inside: a mounted config map is made of them. One that leads out is refused, or whoever
/// may write a config could show the bot's other files in a chat.
/// </remarks>
internal sealed class FolderListing
{
    public const string Talks = "talks";
    public const string People = "people";
    public const int MostFiles = 5_000;
    public const long MostBytes = 64_000_000;

    // Names of every kind: a folder that is full of something else must not be read to its end, either.
    private const int MostNames = 20_000;

    private readonly FindingList _findings;
    private readonly ImmutableArray<ListedFile>.Builder _files = ImmutableArray.CreateBuilder<ListedFile>();
    private readonly ImmutableArray<string>.Builder _folders = ImmutableArray.CreateBuilder<string>();
    private readonly string? _root;
    private int _named;

    private FolderListing(string directory, FindingList findings)
    {
        _findings = findings;
        _root = RealPath.Of(directory);
        if (_root is null || !Directory.Exists(_root))
        {
            return;
        }

        _folders.Add(_root);
        Main = ListedFile.Look(_root, _root, ConfigFolder.MainName, ConfigFolder.MainName);
        AllPeopleListed = List(People);
        List(Talks);
        Bound();
        var templates = TemplateListing.Of(_root, findings);
        _files.AddRange(templates.Files);
        _folders.AddRange(templates.Folders);
    }

    /// <summary><c>bothost.yaml</c>; null where there is none.</summary>
    public ListedFile? Main { get; private set; }

    /// <summary>The files of talks, people and templates.</summary>
    public ImmutableArray<ListedFile> Files => _files.ToImmutable();

    /// <summary>The real paths of the folders that exist, to be watched.</summary>
    public ImmutableArray<string> Folders => _folders.ToImmutable();

    public bool AllPeopleListed { get; private set; }

    /// <exception cref="IOException">The config folder itself cannot be looked at.</exception>
    public static FolderListing Of(string directory, FindingList findings) => new(directory, findings);

    public IEnumerable<ListedFile> In(string folder) => _files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path[folder.Length] == '/');

    private bool List(string folder)
    {
        var where = new SourceSpan(folder, 1, 1);
        try
        {
            var real = RealPath.Of(_root!, folder);
            if (real is null || !Directory.Exists(real))
            {
                return IsMerelyMissing(folder, real, where);
            }

            if (!RealPath.IsInside(_root!, real))
            {
                _findings.Error(where, "link-outside", $"'{folder}' is a link that leads out of the config folder", "put the folder itself there");
                return false;
            }

            _folders.Add(real);
            return List(folder, real, where);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _findings.Error(where, "unreadable", $"'{folder}' cannot be listed: {exception.Message.TrimEnd('.')}", "check that the bot may read the folder");
            return false;
        }
    }

    private bool IsMerelyMissing(string folder, string? real, SourceSpan where)
    {
        if (real is not null && !File.Exists(real) && real == Path.Combine(_root!, folder))
        {
            return true;
        }

        var kind = real is not null && File.Exists(real) ? "a file" : "a link to nowhere";
        _findings.Error(where, "not-a-folder", $"'{folder}' is {kind}", $"make it a folder with one file for each of the {folder}");
        return false;
    }

    private bool List(string folder, string real, SourceSpan where)
    {
        var names = Directory.EnumerateFileSystemEntries(real).Select(entry => Path.GetFileName(entry)).Where(name => name[0] != '.').Take(MostNames + 1).ToList();
        if (names.Count > MostNames)
        {
            _findings.Error(where, "too-many-files", $"'{folder}' holds more than {MostNames} names", "check that it is the right folder");
            return false;
        }

        names.Sort(StringComparer.Ordinal);
        WarnOfFolders(folder, real, names);
        var yaml = names.Where(IsYaml).ToList();
        _named += yaml.Count;
        // Of too many, none is looked at: this is asked every two seconds.
        foreach (var name in _named > MostFiles ? [] : yaml)
        {
            _files.Add(ListedFile.Look(_root!, real, name, $"{folder}/{name}") ?? new ListedFile($"{folder}/{name}", Path.Combine(real, name), FileStanding.Missing, 0, 0));
        }

        return true;
    }

    private void Bound()
    {
        if (_named > MostFiles)
        {
            _findings.Error(
                new SourceSpan(Talks, 1, 1), "too-many-files", $"talks and people are {_named} files, more than {MostFiles}", "check that it is the right folder, or move old talks away");
            _files.Clear();
            AllPeopleListed = false;
        }

        // What is too large alone is named by itself.
        var total = _files.Where(file => file.MayBeOpened).Sum(file => file.Length);
        if (total > MostBytes)
        {
            _findings.Error(
                new SourceSpan(Talks, 1, 1), "too-large-together", $"talks and people are {total} bytes together, more than {MostBytes}", "check that it is the right folder, or shorten the texts");
            _files.Clear();
            AllPeopleListed = false;
        }
    }

    /// <summary>A talk that is silently not read is the worst kind of mistake, so a folder that looks like it holds some is named.</summary>
    private void WarnOfFolders(string folder, string real, List<string> names)
    {
        foreach (var name in names.Where(name => !IsYaml(name) && Directory.Exists(Path.Combine(real, name))))
        {
            if (RealPath.Of(real, name) is { } below && RealPath.IsInside(_root!, below) && Directory.EnumerateFiles(below).Take(MostNames).Any(IsYaml))
            {
                _findings.Warning(new SourceSpan($"{folder}/{name}", 1, 1), "folder-not-read", $"the YAML files in '{folder}/{name}' are not read", $"move them up into '{folder}'");
            }
        }
    }

    private static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
