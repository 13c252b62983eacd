using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Files;

/// <summary>Looks whether the pictures that entries name are there. A missing one keeps no talk from being announced.</summary>
internal static class PictureFiles
{
    /// <summary>Both platforms take photos up to this size: https://core.telegram.org/bots/api#sending-files, and the smallest upload limit of the other.</summary>
    public const long MaxBytes = 10_000_000;

    public static void Check(string directory, IEnumerable<(Picture? Picture, SourceSpan Where)> pictures, FindingList findings)
    {
        foreach (var (picture, where) in pictures)
        {
            if (picture?.File is not { } name)
            {
                continue;
            }

            var file = new FileInfo(Path.Combine(directory, name));
            if (!file.Exists)
            {
                findings.Warning(where, "missing-picture", $"there is no file {Spelling.Quote(name)}", "put it into the config folder, or correct the name; until then posts go out without it");
            }
            else if (file.Length > MaxBytes)
            {
                findings.Warning(where, "large-picture", $"{Spelling.Quote(name)} is larger than {MaxBytes} bytes", "make it smaller; until then posts go out without it");
            }
        }
    }
}
