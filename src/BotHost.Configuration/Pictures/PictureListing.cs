using System.Collections.Immutable;
using BotHost.Configuration.Files;

namespace BotHost.Configuration.Pictures;

/// <summary>Looks at the names of pictures, and into none of them.</summary>
internal static class PictureListing
{
    // One folder is usual. More than these are found by the scan alone.
    private const int MostWatched = 32;

    public static ImmutableArray<ListedFile> LookAtAll(string directory, ImmutableArray<string> names)
    {
        var root = names.IsDefaultOrEmpty ? null : RealPath.Of(directory);
        return names.IsDefault ? [] : [.. names.Select(name => Look(root, name))];
    }

    private static ListedFile Look(string? root, string name)
    {
        try
        {
            if (root is not null && ListedFile.Look(root, root, name, name) is { } file)
            {
                return file;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at is not there for the bot.
        }

        return new ListedFile(name, "", FileStanding.Missing, 0, 0);
    }

    /// <summary>The real folders in which such files lie, to be watched.</summary>
    public static ImmutableArray<string> FoldersOf(IEnumerable<ListedFile> pictures) =>
    [
        .. pictures.Where(file => file.Standing is FileStanding.File).Select(file => Path.GetDirectoryName(file.RealPath)).OfType<string>().Distinct().Take(MostWatched),
    ];
}
