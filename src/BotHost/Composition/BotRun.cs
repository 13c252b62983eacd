using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.CommandLine;
using BotHost.Configuration;
using BotHost.Scheduling;
using Microsoft.Extensions.Options;

namespace BotHost.Composition;

/// <summary>Composes the bot from a builder that holds the settings and the logs, and runs it; or says in a sentence why it cannot.</summary>
internal static class BotRun
{
    public static async Task<int> RunAsync(
        HostApplicationBuilder builder, string? configOption, DeliveryOptions delivery, TextWriter problems, CancellationToken cancellationToken)
    {
        if (WhyNotComposed(builder, delivery) is { } reason)
        {
            return Terminal.Fail(reason, problems);
        }

        using var host = builder.Build();
        if (WhatIsWrongWithTheSettings(host) is { Count: > 0 } mistakes)
        {
            return Terminal.Fail(string.Join(Environment.NewLine, mistakes), problems);
        }

        var directory = Settings.ConfigDirectory(builder.Configuration, configOption);
        var accepted = new AcceptedConfig(Settings.DataDirectory(builder.Configuration));
        try
        {
            await Catalogues.TakeOverridesAsync(host.Services, cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            return Terminal.Fail(unavailable.Message, problems);
        }

        if (Catalogues.ReadForRun(host.Services, directory, accepted, problems) is not { } config)
        {
            return ExitCode.Findings;
        }

        if (config.Catalogue.IsSample)
        {
            return Terminal.Fail($"{directory} is the sample series: `bothost init --config DIR` writes your own, `bothost sandbox` plays this one.", problems);
        }

        return await HostRun.RunAsync(host, config, problems, cancellationToken);
    }

    private static string? WhyNotComposed(HostApplicationBuilder builder, DeliveryOptions delivery)
    {
        var configuration = builder.Configuration;
        if (!Settings.Platforms.Any(platform => Settings.HasToken(configuration, platform)))
        {
            return "There is no token: set Discord__Token (or Discord__TokenFile), Telegram__Token (or Telegram__TokenFile), or both; "
                   + "`bothost sandbox` needs none.";
        }

        builder.AddRooms(delivery);
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

    // The host would look at them, too, but only while it starts: with a stack trace, and after the first room was opened.
    private static List<string> WhatIsWrongWithTheSettings(IHost host)
    {
        try
        {
            host.Services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return [.. invalid.Failures];
        }
        catch (AggregateException several) when (several.InnerExceptions.All(one => one is OptionsValidationException))
        {
            return [.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(invalid => invalid.Failures)];
        }
    }
}
