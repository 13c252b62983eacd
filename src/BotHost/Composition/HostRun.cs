using BotHost.Announcements.Delivery;
using BotHost.Announcements.Talks;
using BotHost.CommandLine;
using BotHost.Configuration;
using Microsoft.Extensions.Options;

namespace BotHost.Composition;

/// <summary>Starts a composed host on a catalogue, and turns what can stop it into a sentence and an exit code.</summary>
internal static class HostRun
{
    public static async Task<int> RunAsync(IHost host, TalkCatalogue catalogue, CancellationToken cancellationToken)
    {
        host.Services.GetRequiredService<CatalogueStore>().Swap(catalogue);
        var watch = host.Services.GetRequiredService<PlatformWatch>();
        try
        {
            await host.RunAsync(cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            return Terminal.Fail(unavailable.Message);
        }
        catch (OptionsValidationException invalid)
        {
            return Terminal.Fail(string.Join(Environment.NewLine, invalid.Failures));
        }

        return watch.NobodyLeft ? ExitCode.Findings : ExitCode.Fine;
    }
}
