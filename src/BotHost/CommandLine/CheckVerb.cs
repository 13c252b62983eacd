using System.Collections.Immutable;
using System.CommandLine;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.Configuration;

namespace BotHost.CommandLine;

/// <summary><c>bothost check</c>: reads the config like a copy editor and connects to nothing.</summary>
internal static class CheckVerb
{
    private const string Text = "text";
    private const string Json = "json";

    public static Command Create()
    {
        var config = ConfigOption.Create();
        var format = new Option<string>("--format")
        {
            Description = "How findings are listed: text for people, json for editors and scripts, which then is all there is on standard output.",
            DefaultValueFactory = _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Json);
        var command = new Command("check", "Reads the config and lists every problem with its place and remedy; connects to nothing.") { config, format };
        command.SetAction((parsed, cancellationToken) => CheckAsync(parsed.GetValue(config), parsed.GetValue(format) == Json, cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(string? configOption, bool asJson, CancellationToken cancellationToken)
    {
        var settings = Settings.Read();
        var directory = Settings.ConfigDirectory(settings, configOption);
        using var room = Rooms.ReadingRoom(settings);
        LedgerPicture? picture;
        try
        {
            picture = await Catalogues.TakeOverridesAsync(room.Services, cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            return Terminal.Fail(unavailable.Message);
        }

        var reading = Catalogues.Compare(
            room.Services, room.Services.GetRequiredService<CatalogueReader>().Read(directory), directory, new AcceptedConfig(Settings.DataDirectory(settings)));
        ImmutableArray<Finding> findings =
            [.. reading.Findings, .. reading.Catalogue is { } read ? Settings.TokensWithoutChannel(settings, read) : []];
        if (asJson)
        {
            await using var output = Console.OpenStandardOutput();
            FindingsJson.Write(findings, output);
        }
        else
        {
            Terminal.Print(findings, Console.Out);
            Conclude(room.Services, reading, directory, picture);
        }

        return findings.All(finding => finding.Severity is Severity.Note) ? ExitCode.Fine : ExitCode.Findings;
    }

    private static void Conclude(IServiceProvider services, CatalogueReading reading, string directory, LedgerPicture? picture)
    {
        if (reading.Catalogue is { } catalogue)
        {
            Console.Out.WriteLine(
                $"{Terminal.Count(catalogue.Talks.Count, "talk")}, {Terminal.Count(catalogue.People.Count, "person", "people")}, "
                + $"{Terminal.Count(catalogue.Channels.Length, "channel")} in {directory}.");
            Console.Out.WriteLine(Catalogues.Describe(services, picture));
        }

        var errors = reading.Findings.Count(finding => finding.Severity is Severity.Error);
        var warnings = reading.Findings.Count(finding => finding.Severity is Severity.Warning);
        Console.Out.WriteLine(errors + warnings == 0 ? "Nothing to mend." : $"{Terminal.Count(errors, "error")}, {Terminal.Count(warnings, "warning")}.");
    }
}
