using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.CommandLine;
using BotHost.Configuration;

namespace BotHost.Composition;

/// <summary>Reads the config for a verb, and says on standard error what stands in the way.</summary>
internal static class Catalogues
{
    /// <summary>What to do about a lost ledger.</summary>
    public const string PutBack = "Put it back before the bot starts, or it begins with an empty one and posts nothing of the past.";

    /// <summary>The catalogue, or null after its errors were printed.</summary>
    public static TalkCatalogue? Read(IServiceProvider services, string directory) => ReadFolder(services, directory)?.Catalogue;

    /// <summary>Takes the moderators' changes from the ledger, so that everything that is read after this has them; null where there is no ledger yet.</summary>
    /// <exception cref="LedgerUnavailableException">There is one, and it cannot be read.</exception>
    public static async Task<LedgerPicture?> TakeOverridesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var picture = await services.GetRequiredService<ILedgerPeek>().LookAsync(cancellationToken);
        services.GetRequiredService<TalkOverrides>().Replace(picture?.Overrides ?? []);
        return picture;
    }

    /// <summary>What people read below a verb's answer: whether a ledger had its say in it.</summary>
    public static string Describe(IServiceProvider services, LedgerPicture? picture) => picture switch
    {
        null => DescribeNone(services),
        { Overrides.Count: 0 } => $"The ledger {picture.Where} holds no changes by moderators.",
        _ => $"{Terminal.Count(picture.Overrides.Count, "change")} by moderators in the ledger {picture.Where}, laid over the files.",
    };

    /// <summary>What people read where there is no ledger; one that was lost is missed.</summary>
    public static string DescribeNone(IServiceProvider services) => services.GetRequiredService<ILedgerPeek>().Lost is { } lost
        ? $"The ledger that was at {lost} is gone: this is what the files alone say. {PutBack}"
        : "There is no ledger yet: this is what the files alone say.";

    /// <summary>A reading without errors, or null after its errors were printed.</summary>
    public static CatalogueReading? ReadFolder(IServiceProvider services, string directory)
    {
        var reading = services.GetRequiredService<CatalogueReader>().Read(directory);
        if (reading.Catalogue is null)
        {
            Terminal.Print(reading.Findings, Console.Error);
            return null;
        }

        return reading;
    }

    /// <summary>What was accepted last; null where nothing was, or where this version finds errors in it.</summary>
    public static CatalogueReading? ReadAccepted(IServiceProvider services, AcceptedConfig accepted) =>
        accepted.Exists && accepted.Read(services.GetRequiredService<CatalogueReader>()) is { Catalogue: not null } reading ? reading : null;

    /// <summary>The reading as the bot would judge it that accepted an earlier state of the same folder; as it is where there was none.</summary>
    public static CatalogueReading Compare(IServiceProvider services, CatalogueReading reading, string directory, AcceptedConfig accepted) =>
        reading.Catalogue is { IsSample: false } && accepted.IsFrom(directory) && ReadAccepted(services, accepted) is { } before
            ? reading.Against(before.Catalogue!)
            : reading;

    /// <summary>
    /// The config to run on: the folder's where it has no error and can be meant as an edit of the one that was accepted last, else
    /// that one, else null. An accepted folder is remembered, so that a restart beside a typo does not silence the bot.
    /// </summary>
    public static StartingConfig? ReadForRun(IServiceProvider services, string directory, AcceptedConfig accepted, TextWriter problems)
    {
        var reading = accepted.ReadEdit(services.GetRequiredService<CatalogueReader>(), directory);
        var before = ReadAccepted(services, accepted);
        if (reading.Catalogue is { IsSample: false } && before is not null)
        {
            reading = reading.Against(before.Catalogue!);
        }

        Terminal.Print(reading.Findings.Where(finding => finding.Severity is not Severity.Note), problems);
        if (reading.Catalogue is { } catalogue)
        {
            return catalogue.IsSample || IsKept(reading, accepted, problems) ? new StartingConfig(directory, reading, reading) : null;
        }

        if (before is null)
        {
            problems.WriteLine(
                $"The bot does not start: {directory} has errors, and no config was accepted before. `bothost check --config {directory}` says when it is right.");
            return null;
        }

        problems.WriteLine($"{directory} has errors: the bot runs on the config that was accepted before, kept in {accepted.Directory}.");
        return new StartingConfig(directory, before, reading);
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
                $"The bot does not start: its data folder cannot be written ({problem.Message.TrimEnd('.')}). Free some space there, let the bot write there, or name another folder in the setting Data__Directory.");
            return false;
        }
    }
}
