using System.CommandLine;
using BotHost.Rehearsal;

namespace BotHost.CommandLine;

/// <summary><c>bothost sandbox</c>: both platforms on this machine, and the real bot playing its series on them.</summary>
internal static class SandboxVerb
{
    public static Command Create()
    {
        var config = ConfigOption.Create();
        var speed = new Option<double?>("--speed")
        {
            Description = "Campaign seconds per second. Default: each wait between two posts takes two and a half seconds, however long it is.",
            HelpName = "N",
        };
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is <= 0)
            {
                result.AddError("--speed takes a number above 0, for example 86400 for a day each second.");
            }
        });
        var keep = new Option<bool>("--keep") { Description = "Go on with the ledger of the last time instead of starting empty." };
        var port = new Option<int?>("--port") { Description = "The page's port on 127.0.0.1. Default: 8080, or any free one where that is taken.", HelpName = "N" };
        var platformsOnly = new Option<bool>("--platforms-only") { Description = "Start the two platforms alone and print the settings that point a bot at them." };
        var world = new Option<FileInfo?>("--world") { Description = "With --platforms-only: a world file instead of the one made from the config.", HelpName = "FILE" };
        var record = new Option<FileInfo?>("--record") { Description = "Append everything that the platforms received to this file, one line of JSON each.", HelpName = "FILE" };
        var command = new Command(
            "sandbox",
            "Plays the series on both platforms on this machine, with a page that shows the chats. Needs no token, ignores those of the environment, and connects to nothing outside.")
        {
            config, speed, keep, port, platformsOnly, world, record,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new RehearsalRequest(
                parsed.GetValue(config), parsed.GetValue(speed), parsed.GetValue(keep), parsed.GetValue(port), parsed.GetValue(record)?.FullName);
            return parsed.GetValue(platformsOnly)
                ? PlatformsOnly.RunAsync(options, parsed.GetValue(world), cancellationToken)
                : SandboxRun.RunAsync(options, cancellationToken);
        });
        return command;
    }
}
