using System.CommandLine;
using System.Globalization;
using BotHost.Announcements.Campaigns;
using BotHost.Composition;
using NodaTime;

namespace BotHost.CommandLine;

/// <summary><c>bothost plan</c>: what goes out when and where.</summary>
internal static class PlanVerb
{
    public static Command Create()
    {
        var config = ConfigOption.Create();
        var command = new Command("plan", "Lists what goes out when and where, in UTC and in the talk's zone; connects to nothing.") { config };
        command.SetAction(parsed => Plan(parsed.GetValue(config)));
        return command;
    }

    private static int Plan(string? configOption)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        using var room = Rooms.ReadingRoom();
        if (Catalogues.Read(room.Services, Settings.ConfigDirectory(settings, configOption)) is not { } catalogue)
        {
            return ExitCode.Findings;
        }

        var now = room.Services.GetRequiredService<IClock>().GetCurrentInstant();
        var lines = OutlookLine.Of(catalogue, _ => null, known: null, now);
        foreach (var line in lines)
        {
            Console.Out.WriteLine(Format(line));
        }

        Console.Out.WriteLine("This is the plan of the files alone; what was sent, held or skipped is in the running bot's ledger.");
        return ExitCode.Fine;
    }

    private static string Format(OutlookLine line)
    {
        var utc = line.DueAt?.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
        var local = line.DueAt?.InZone(line.Talk.Zone).ToString("ddd uuuu-MM-dd HH:mm z", CultureInfo.InvariantCulture) ?? "-";
        return $"{utc,-20}  {local,-32}  {line.Talk.Id,-20}  {line.Step.Id,-12}  {line.Channel.Id,-24}  {line.Word}";
    }
}
