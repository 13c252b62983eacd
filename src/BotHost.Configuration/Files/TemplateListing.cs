using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Files;

/// <summary>What lies in the folder of the organiser's own templates: those of the leading language, and a folder for each other one.</summary>
/// <remarks>A template that is silently not read leaves posts as they were, so that everything else in the folder is named.</remarks>
internal sealed class TemplateListing
{
    public const string Folder = "templates";
    public const string Extension = ".md";
    public const int MostFiles = 200;

    private readonly string _root;
    private readonly FindingList _findings;
    private readonly ImmutableArray<ListedFile>.Builder _files = ImmutableArray.CreateBuilder<ListedFile>();
    private readonly ImmutableArray<string>.Builder _folders = ImmutableArray.CreateBuilder<string>();
    private int _named;

    private TemplateListing(string root, FindingList findings)
    {
        _root = root;
        _findings = findings;
    }

    public ImmutableArray<ListedFile> Files => _files.ToImmutable();

    /// <summary>The real paths of the folders that exist, to be watched.</summary>
    public ImmutableArray<string> Folders => _folders.ToImmutable();

    /// <param name="root">The real path of the config folder.</param>
    /// <param name="findings">Where problems go.</param>
    public static TemplateListing Of(string root, FindingList findings)
    {
        var listing = new TemplateListing(root, findings);
        try
        {
            listing.ListAll();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Error(Place(Folder), "unreadable", $"'{Folder}' cannot be listed: {exception.Message.TrimEnd('.')}", "check that the bot may read the folder");
        }

        return listing;
    }

    private void ListAll()
    {
        switch (ListedFile.Look(_root, _root, Folder, Folder))
        {
            case null:
                return;
            case { Standing: FileStanding.Folder } folder:
                List(folder, mayHoldLanguages: true);
                break;
            case { Standing: FileStanding.Outside }:
                _findings.Error(Place(Folder), "link-outside", $"'{Folder}' is a link that leads out of the config folder", "put the folder itself there");
                return;
            case var other:
                var kind = other.Standing is FileStanding.File ? "a file" : "a link to nowhere";
                _findings.Error(Place(Folder), "not-a-folder", $"'{Folder}' is {kind}", "make it a folder with one file for each template");
                return;
        }

        if (_named > MostFiles)
        {
            _findings.Error(Place(Folder), "too-many-files", $"'{Folder}' holds {_named} names or more, and more than {MostFiles} are not read", "check that it is the right folder");
            _files.Clear();
        }
    }

    private void List(ListedFile folder, bool mayHoldLanguages)
    {
        _folders.Add(folder.RealPath);
        var names = Directory.EnumerateFileSystemEntries(folder.RealPath)
            .Select(entry => Path.GetFileName(entry))
            .Where(name => name[0] != '.')
            .Take(MostFiles + 1 - _named)
            .Order(StringComparer.Ordinal)
            .ToList();
        _named += names.Count;
        foreach (var name in _named > MostFiles ? [] : names)
        {
            var path = $"{folder.Path}/{name}";
            var file = ListedFile.Look(_root, folder.RealPath, name, path) ?? new ListedFile(path, "", FileStanding.Missing, 0, 0);
            if (name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            {
                _files.Add(file);
            }
            else if (file.Standing is FileStanding.Folder && mayHoldLanguages && Forms.Language.Parse(name) is not null)
            {
                List(file, mayHoldLanguages: false);
            }
            else
            {
                WarnOfOther(file, name, mayHoldLanguages);
            }
        }
    }

    private void WarnOfOther(ListedFile file, string name, bool mayHoldLanguages)
    {
        if (file.Standing is not FileStanding.Folder)
        {
            _findings.Warning(Place(file.Path), "file-not-read", $"{Spelling.Quote(file.Path)} is no template and not read", $"let the name of a template end in {Extension}, or move the file away");
            return;
        }

        var guess = mayHoldLanguages ? Forms.Language.Guess!(name) : null;
        var remedy = guess is not null ? $"did you mean '{Folder}/{guess}'?"
            : mayHoldLanguages ? "name the folder after a language, such as ja or zh-Hant"
            : "move the templates up into the folder of their language";
        _findings.Warning(Place(file.Path), "folder-not-read", $"the templates in {Spelling.Quote(file.Path)} are not read", remedy);
    }

    private static SourceSpan Place(string path) => new(path, 1, 1);
}
