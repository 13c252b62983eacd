using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Files;

/// <summary>The files of a config folder, read into memory in the order of their names.</summary>
/// <param name="Main"><c>bothost.yaml</c>; null after a finding.</param>
/// <param name="Talks">One for each file that could be read.</param>
/// <param name="People">One for each file that could be read.</param>
/// <param name="Templates">One for each file that could be read.</param>
/// <param name="AllPeopleRead">Whether no file of a person is missing from <paramref name="People"/>.</param>
internal sealed record ConfigFolder(SourceFile? Main, ImmutableArray<SourceFile> Talks, ImmutableArray<SourceFile> People, ImmutableArray<SourceFile> Templates, bool AllPeopleRead)
{
    public const string MainName = "bothost.yaml";

    private static readonly ConfigFolder Empty = new(null, [], [], [], AllPeopleRead: false);

    public ImmutableArray<SourceFile> All => [.. Main is null ? [] : ImmutableArray.Create(Main), .. People, .. Talks, .. Templates];

    public static ConfigFolder Read(string directory, FindingList findings)
    {
        try
        {
            return ReadListed(directory, findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Error(
                new SourceSpan(MainName, 1, 1), "unreadable", $"the config folder {directory} cannot be listed: {exception.Message.TrimEnd('.')}", "check that the bot may read the folder");
            return Empty;
        }
    }

    private static ConfigFolder ReadListed(string directory, FindingList findings)
    {
        // Without its first file the folder is another folder, or is just being written: nothing else in it is worth a word.
        var later = new FindingList();
        var listing = FolderListing.Of(directory, later);
        if (listing.Main is null)
        {
            var remedy = File.Exists(Path.Combine(directory, Path.ChangeExtension(MainName, ".yml")))
                ? "rename bothost.yml to bothost.yaml"
                : $"write one with `bothost init --config {directory}`";
            findings.Error(new SourceSpan(MainName, 1, 1), "no-config", $"no bothost.yaml in {directory}", remedy);
            return Empty;
        }

        if (SourceFileReader.Read(listing.Main, findings) is not { } main)
        {
            return Empty;
        }

        foreach (var finding in later.Sorted())
        {
            findings.Add(finding);
        }

        var people = ReadAll(listing, FolderListing.People, findings);
        return new ConfigFolder(
            main,
            ReadAll(listing, FolderListing.Talks, findings),
            people,
            ReadAll(listing, TemplateListing.Folder, findings),
            listing.AllPeopleListed && people.Length == listing.In(FolderListing.People).Count());
    }

    private static ImmutableArray<SourceFile> ReadAll(FolderListing listing, string folder, FindingList findings) =>
        [.. listing.In(folder).Select(file => SourceFileReader.Read(file, findings)).OfType<SourceFile>()];
}
