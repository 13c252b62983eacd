using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BotHost.Rehearsal;
using BotHost.Scheduling;
using NodaTime.Text;

namespace BotHost.CommandLine;

/// <summary><c>bothost sandbox</c>: both platforms on this machine, and the real bot playing its series on them.</summary>
internal static class SandboxVerb
{
    public static Command Create()
    {
        var config = ConfigOption.Create("The folder with bothost.yaml, talks/ and people/. Default: config.");
        var speed = new Option<double?>("--speed")
        {
            Description = "Campaign seconds per second. Default: each wait between two posts takes two and a half seconds, however long it is.",
            HelpName = "N",
            CustomParser = ReadSpeed,
        };
        var keep = new Option<bool>("--keep") { Description = "Go on with the ledger of the last time instead of starting empty." };
        var port = new Option<int?>("--port")
        {
            Description = "The page's port on 127.0.0.1; 0 is any free one. Default: 8080, or any free one where that is taken.",
            HelpName = "N",
            CustomParser = ReadPort,
        };
        var platformsOnly = new Option<bool>("--platforms-only") { Description = "Start the two platforms alone and print the settings that point a bot at them." };
        var world = new Option<FileInfo?>("--world") { Description = "With --platforms-only: a world file instead of the one made from the config; where it has no tokens, new ones are made.", HelpName = "FILE" };
        var start = new Option<DateTimeOffset?>("--start")
        {
            Description = "With --platforms-only: what time it is there, by which events lie ahead or are over, for a bot with the same Clock__Start. Default: now.",
            HelpName = "2027-03-01T09:00:00Z",
            CustomParser = ReadStart,
        };
        var record = new Option<FileInfo?>("--record") { Description = "Append everything that the platforms received to this file, one line of JSON each.", HelpName = "FILE" };
        var command = new Command(
            "sandbox",
            "Plays the series on both platforms on this machine, with a page that shows the chats. Needs no token, ignores those of the environment, and connects to nothing outside.")
        {
            config, speed, keep, port, platformsOnly, world, start, record,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new RehearsalRequest(
                parsed.GetValue(config), parsed.GetValue(speed), parsed.GetValue(keep), parsed.GetValue(port), parsed.GetValue(record)?.FullName, parsed.GetValue(start));
            return SayingWhatFailsAsync(() => parsed.GetValue(platformsOnly)
                ? PlatformsOnly.RunAsync(options, parsed.GetValue(world), cancellationToken)
                : SandboxRun.RunAsync(options, cancellationToken));
        });
        return command;
    }

    // A port that is taken, a file that cannot be written, a config whose chats do not fit together: each brings its own words.
    private static async Task<int> SayingWhatFailsAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            return Terminal.Fail($"The sandbox cannot start: {problem.Message}");
        }
    }

    private static double? ReadSpeed(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var speed) && speed > 0 && speed <= RehearsalOptions.LargestSpeed)
        {
            return speed;
        }

        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"--speed takes a number above 0 and at most {RehearsalOptions.LargestSpeed}, for example 86400 for a day each second."));
        return null;
    }

    private static DateTimeOffset? ReadStart(ArgumentResult result)
    {
        if (InstantPattern.General.Parse(result.Tokens[0].Value) is { Success: true, Value: var start })
        {
            return start.ToDateTimeOffset();
        }

        result.AddError("--start takes an instant in UTC, for example 2027-03-01T09:00:00Z.");
        return null;
    }

    private static int? ReadPort(ArgumentResult result)
    {
        if (ushort.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var port))
        {
            return port;
        }

        result.AddError("--port takes a number from 0 to 65535; 0 is any free port.");
        return null;
    }
}
