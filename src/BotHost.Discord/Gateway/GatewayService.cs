using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotHost.Discord.Gateway;

/// <summary>Keeps the bot connected for as long as the platform lets it.</summary>
internal sealed partial class GatewayService(
    DiscordPlatform platform,
    DiscordToken token,
    IOptions<DiscordOptions> options,
    GatewayDirectory directory,
    IdentifyGate identifies,
    GatewayInbox inbox,
    TimeProvider time,
    Jitter jitter,
    ILogger<GatewayService> logger) : BackgroundService
{
    /// <summary>A connection that lived so long is no failure when it ends.</summary>
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    private readonly GatewaySession _session = new();
    private int _failures;
    private string? _lastTrouble;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!token.IsPresent)
        {
            return;
        }

        var handling = inbox.RunAsync(stoppingToken);
        try
        {
            await StayConnectedAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is what was asked for.
        }

        await handling;
    }

    private async Task StayConnectedAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && platform.State is not PlatformState.Refused)
        {
            try
            {
                var wait = await ConnectOnceAsync(stopping);
                if (platform.State is PlatformState.Refused)
                {
                    return;
                }

                var backoff = Backoff.After(_failures, jitter);
                await Task.Delay(wait > backoff ? wait : backoff, time, stopping);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                _failures++;
                Log.GatewayFault(logger, exception);
                await Task.Delay(Backoff.After(_failures, jitter), time, stopping);
            }
        }
    }

    /// <summary>One connection from start to end; returns the least wait before the next.</summary>
    private async Task<TimeSpan> ConnectOnceAsync(CancellationToken stopping)
    {
        var resuming = _session.CanResume;
        if (!resuming)
        {
            _session.Drop();
        }

        var (address, wait) = resuming
            ? (GatewayAddress.TryBuild(_session.ResumeUrl, options.Value.ApiBaseUrl), TimeSpan.Zero)
            : await FindAddressAsync(stopping);
        if (address is null)
        {
            if (resuming)
            {
                _session.Drop();
            }

            _failures++;
            return wait;
        }

        using var connection = new GatewayConnection(_session, token, inbox, time, jitter, logger);
        var end = await connection.RunAsync(address, stopping);
        if (end is ConnectionEnd.Stopped)
        {
            return TimeSpan.Zero;
        }

        Count(end, connection.UsefulFor, resuming);
        Tell(end, connection.UsefulFor);
        return Follow(AfterEnd.Decide(end, jitter));
    }

    private async Task<(Uri? Address, TimeSpan Wait)> FindAddressAsync(CancellationToken stopping)
    {
        switch (await directory.FindAsync(stopping))
        {
            case DirectoryAnswer.TokenRefused refused:
                platform.Refuse(refused.Reason, "reset the bot's token in the developer portal and set it as Discord__Token");
                return (null, TimeSpan.Zero);
            case DirectoryAnswer.Failed failed:
                Report($"asking for the gateway failed: {failed.Reason}");
                return (null, failed.AtLeast);
            case DirectoryAnswer.Found found:
                var address = GatewayAddress.TryBuild(found.Url, options.Value.ApiBaseUrl);
                if (address is null)
                {
                    Report("the gateway's address is not a WebSocket address that may carry the token");
                    return (null, TimeSpan.Zero);
                }

                await identifies.PassAsync(found.MaxConcurrency, stopping);
                return (address, TimeSpan.Zero);
            default:
                throw new InvalidOperationException("Unknown answer of the gateway's directory.");
        }
    }

    private void Count(ConnectionEnd end, TimeSpan? usefulFor, bool resuming)
    {
        if (usefulFor is not null)
        {
            _lastTrouble = null;
        }
        else if (resuming)
        {
            _session.ResumeFailed();
        }

        // The first request to connect anew is followed at once, however young the connection is.
        var fine = usefulFor >= Stable || (end is ConnectionEnd.AskedToReconnect && usefulFor is not null && _failures == 0);
        _failures = fine ? 0 : _failures + 1;
    }

    // That a connection ends after it was of use is the gateway's daily life; that none comes about is not.
    private void Tell(ConnectionEnd end, TimeSpan? usefulFor)
    {
        if (usefulFor is null)
        {
            Report($"the connection ended before it was of use: {end}");
        }
        else
        {
            Log.GatewayEnded(logger, end);
        }
    }

    private TimeSpan Follow(NextStep next)
    {
        switch (next)
        {
            case NextStep.Stop stop:
                platform.Refuse(stop.Reason, stop.Remedy);
                return TimeSpan.Zero;
            case NextStep.Identify identify:
                _session.Drop();
                return identify.AtLeast;
            case NextStep.Resume resume:
                return resume.AtLeast;
            default:
                throw new InvalidOperationException("Unknown next step.");
        }
    }

    private void Report(string trouble)
    {
        if (trouble == _lastTrouble)
        {
            return;
        }

        _lastTrouble = trouble;
        Log.GatewayTrouble(logger, trouble);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord's gateway: {Trouble}. The bot connects again by itself.")]
        public static partial void GatewayTrouble(ILogger logger, string trouble);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The connection to Discord's gateway ended: {End}.")]
        public static partial void GatewayEnded(ILogger logger, ConnectionEnd end);

        [LoggerMessage(Level = LogLevel.Error, Message = "The gateway loop met a fault; the bot connects again by itself.")]
        public static partial void GatewayFault(ILogger logger, Exception exception);
    }
}
