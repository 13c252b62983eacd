using BotHost.Announcements.Talks;
using BotHost.CommandLine;
using BotHost.Configuration;

namespace BotHost.Composition;

/// <summary>Reads the config for a verb, and says on standard error what stands in the way.</summary>
internal static class Catalogues
{
    /// <summary>The catalogue, or null after its errors were printed.</summary>
    public static TalkCatalogue? Read(IServiceProvider services, string directory)
    {
        var reading = services.GetRequiredService<CatalogueReader>().Read(directory);
        if (reading.Catalogue is null)
        {
            Terminal.Print(reading.Findings, Console.Error);
        }

        return reading.Catalogue;
    }

    /// <summary>
    /// The catalogue to run on: the folder's where it has no error, else the last one that was accepted, else null.
    /// An accepted folder is remembered, so that a restart beside a typo does not silence the bot.
    /// </summary>
    public static TalkCatalogue? ReadForRun(IServiceProvider services, string directory, AcceptedConfig accepted, TextWriter problems)
    {
        var reader = services.GetRequiredService<CatalogueReader>();
        var reading = reader.Read(directory);
        Terminal.Print(reading.Findings.Where(finding => finding.Severity is not Severity.Note), problems);
        if (reading.Catalogue is { } catalogue)
        {
            return catalogue.IsSample || IsKept(reading, accepted, problems) ? catalogue : null;
        }

        if (!accepted.Exists || reader.Read(accepted.Directory).Catalogue is not { } before)
        {
            problems.WriteLine(
                $"The bot does not start: {directory} has errors, and no config was accepted before. `bothost check --config {directory}` says when it is right.");
            return null;
        }

        problems.WriteLine($"{directory} has errors: the bot runs on the config that was accepted before, kept in {accepted.Directory}.");
        return before;
    }

    private static bool IsKept(CatalogueReading reading, AcceptedConfig accepted, TextWriter problems)
    {
        try
        {
            accepted.Keep(reading);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            problems.WriteLine(
                $"The bot does not start: its data folder cannot be written ({problem.Message}). Let it write there, or name another folder in the setting Data__Directory.");
            return false;
        }
    }
}
