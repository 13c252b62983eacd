using System.CommandLine;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.Configuration;

namespace BotHost.CommandLine;

/// <summary><c>bothost check</c>: reads the config like a copy editor and connects to nothing.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var config = ConfigOption.Create();
        var command = new Command("check", "Reads the config and lists every problem with its place and remedy; connects to nothing.") { config };
        command.SetAction(parsed => Check(parsed.GetValue(config)));
        return command;
    }

    private static int Check(string? configOption)
    {
        var settings = Settings.Read();
        var directory = Settings.ConfigDirectory(settings, configOption);
        using var room = Rooms.ReadingRoom();
        var reading = Catalogues.Compare(
            room.Services, room.Services.GetRequiredService<CatalogueReader>().Read(directory), directory, new AcceptedConfig(Settings.DataDirectory(settings)));
        Terminal.Print(reading.Findings, Console.Out);
        if (reading.Catalogue is { } catalogue)
        {
            Terminal.Print(Settings.TokensWithoutChannel(settings, catalogue), Console.Out);
            Console.Out.WriteLine(
                $"{Terminal.Count(catalogue.Talks.Count, "talk")}, {Terminal.Count(catalogue.People.Count, "person", "people")}, "
                + $"{Terminal.Count(catalogue.Channels.Length, "channel")} in {directory}.");
        }

        var errors = reading.Findings.Count(finding => finding.Severity is Severity.Error);
        var warnings = reading.Findings.Count(finding => finding.Severity is Severity.Warning);
        if (errors + warnings == 0)
        {
            Console.Out.WriteLine("Nothing to mend.");
            return ExitCode.Fine;
        }

        Console.Out.WriteLine($"{Terminal.Count(errors, "error")}, {Terminal.Count(warnings, "warning")}.");
        return ExitCode.Findings;
    }
}
