using System.CommandLine;
using BotHost.Announcements.Delivery;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.Scheduling;
using Microsoft.Extensions.Options;

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
        var command = new Command("run", "Connects to the platforms, posts what is due and answers commands, until it is stopped.") { config, catchUp };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(config), new DeliveryOptions(parsed.GetValue(catchUp)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? configOption, DeliveryOptions delivery, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddRooms(delivery);
        if (WhyNotStarted(builder) is { } reason)
        {
            return Terminal.Fail(reason);
        }

        using var host = builder.Build();
        var directory = Settings.ConfigDirectory(builder.Configuration, configOption);
        var accepted = new AcceptedConfig(Settings.DataDirectory(builder.Configuration));
        if (Catalogues.ReadForRun(host.Services, directory, accepted) is not { } catalogue)
        {
            return ExitCode.Findings;
        }

        if (catalogue.IsSample)
        {
            return Terminal.Fail($"{directory} is the sample series: `bothost init --config DIR` writes your own, `bothost sandbox` plays this one.");
        }

        return await HostRun.RunAsync(host, catalogue, cancellationToken);
    }

    private static string? WhyNotStarted(HostApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (!Settings.HasToken(configuration, "Discord") && !Settings.HasToken(configuration, "Telegram"))
        {
            return "There is no token: set Discord__Token (or Discord__TokenFile), Telegram__Token (or Telegram__TokenFile), or both; "
                   + "`bothost sandbox` needs none.";
        }

        try
        {
            builder.AddScheduling();
        }
        catch (OptionsValidationException invalid)
        {
            return string.Join(Environment.NewLine, invalid.Failures);
        }

        return Settings.WhyRehearsalIsRefused(configuration);
    }
}
