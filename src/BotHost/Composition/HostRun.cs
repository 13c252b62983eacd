using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.CommandLine;
using BotHost.Configuration;
using BotHost.Configuration.Watching;

namespace BotHost.Composition;

/// <summary>Starts a composed host on a config, which it watches from then on, and turns what can stop it into a sentence and an exit code.</summary>
internal static class HostRun
{
    /// <summary>The host's own logger repeats with a stack trace what stands in the way of a start, and that is said here in a sentence.</summary>
    public const string StartLog = "Microsoft.Extensions.Hosting.Internal.Host";

    public static async Task<int> RunAsync(IHost host, StartingConfig config, TextWriter problems, CancellationToken cancellationToken)
    {
        host.Services.GetRequiredService<PictureStore>().Learn(config.InForce);
        host.Services.GetRequiredService<CatalogueStore>().Swap(config.Catalogue);
        host.Services.GetRequiredService<ConfigWatcher>().Begin(config.Directory, config.InForce, config.Folder);
        var watch = host.Services.GetRequiredService<PlatformWatch>();
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await host.RunAsync(cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            return Terminal.Fail(unavailable.Message, problems);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested || cancellationToken.IsCancellationRequested)
        {
            // It was stopped while it was still starting, by a signal or because the last platform refused the bot that early.
        }

        return watch.NobodyLeft ? ExitCode.Findings : ExitCode.Fine;
    }
}
