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
    public static TalkCatalogue? ReadForRun(IServiceProvider services, string directory, AcceptedConfig accepted)
    {
        var reader = services.GetRequiredService<CatalogueReader>();
        var reading = reader.Read(directory);
        Terminal.Print(reading.Findings.Where(finding => finding.Severity is not Severity.Note), Console.Error);
        if (reading.Catalogue is { } catalogue)
        {
            if (!catalogue.IsSample)
            {
                accepted.Keep(directory);
            }

            return catalogue;
        }

        if (!accepted.Exists || reader.Read(accepted.Directory).Catalogue is not { } before)
        {
            Console.Error.WriteLine($"{directory} has errors and no config was accepted before: mend it, `bothost check --config {directory}` tells when it is right.");
            return null;
        }

        Console.Error.WriteLine($"{directory} has errors: the bot runs on the config that was accepted before, kept in {accepted.Directory}.");
        return before;
    }
}
