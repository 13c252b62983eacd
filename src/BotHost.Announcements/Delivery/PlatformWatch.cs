using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotHost.Announcements.Delivery;

/// <summary>Ends the process when the last platform has refused the bot: there is nobody left to speak to.</summary>
public sealed partial class PlatformWatch(PlatformDirectory platforms, IHostApplicationLifetime lifetime, ILogger<PlatformWatch> logger)
    : IHostedService
{
    private bool _told;

    /// <summary>True once the process ends because of this.</summary>
    public bool NobodyLeft { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var platform in platforms.All)
        {
            platform.StateChanged += Look;
        }

        // A token whose form alone is wrong was refused before anybody could listen.
        Look();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var platform in platforms.All)
        {
            platform.StateChanged -= Look;
        }

        return Task.CompletedTask;
    }

    private void Look()
    {
        foreach (var platform in platforms.All)
        {
            if (platform.State is PlatformState.Usable)
            {
                return;
            }
        }

        // The last two may be refused in the same moment.
        if (Interlocked.Exchange(ref _told, true))
        {
            return;
        }

        NobodyLeft = true;
        Log.NobodyLeft(logger);
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "No platform is left to speak to; the bot ends. Mend the tokens and start it again")]
        public static partial void NobodyLeft(ILogger logger);
    }
}
