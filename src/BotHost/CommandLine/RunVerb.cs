using System.CommandLine;
using BotHost.Announcements.Delivery;
using BotHost.Composition;

namespace BotHost.CommandLine;

/// <summary><c>bothost run</c>: connects to the platforms and stays.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var config = ConfigOption.Create();
        var catchUp = new Option<bool>("--catch-up")
        {
            Description = "Send what became due while the bot was silent for more than a day, without waiting for a moderator.",
        };
        var command = new Command(
            "run",
            "Connects to the platforms, posts what is due and answers commands, until it is stopped. Takes the token of each platform from "
            + "the setting Discord__Token or Telegram__Token, or from the file that Discord__TokenFile or Telegram__TokenFile names.")
        {
            config, catchUp,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(config), new DeliveryOptions(parsed.GetValue(catchUp)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? configOption, DeliveryOptions delivery, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.AddFilter(HostRun.StartLog, LogLevel.Critical);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        return await BotRun.RunAsync(builder, configOption, delivery, Console.Error, cancellationToken);
    }
}
