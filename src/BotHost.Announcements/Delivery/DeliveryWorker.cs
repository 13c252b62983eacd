using System.Threading.Channels;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Reports;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Runs one pass after the other: after each ring of the bell, and when a retry may be tried.</summary>
public sealed partial class DeliveryWorker(
    ITalkSource talks,
    ILedger ledger,
    LedgerIndex index,
    KnowledgeKeeper keeper,
    PlatformDirectory platforms,
    TargetBoard targets,
    DoubtPass doubts,
    ClockGuard clocks,
    ClockReports clockReports,
    StoreHealth store,
    DeliveryPass pass,
    DeliveryOptions options,
    Retries retries,
    IAlarm alarm,
    IClock campaign,
    TimeProvider machine,
    ILogger<DeliveryWorker> logger) : BackgroundService, IWakeUp
{
    /// <summary>How often the ledger notes that the bot is alive, and how long a pass that failed waits for the next.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _bell = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private bool _isOpen;
    private bool _toldNothingPlanned;
    private string? _toldUnavailable;

    public void Wake(string reason) => _bell.Writer.TryWrite(reason);

    /// <summary>Opens the ledger before anything else starts, so that a store that cannot be used ends the start with its own message.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ledger.PrepareAsync(campaign.GetCurrentInstant(), cancellationToken);
        await index.LoadAsync(cancellationToken);
        retries.Restore(index.Rows);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        talks.Changed += OnTalksChanged;
        foreach (var platform in platforms.All)
        {
            platform.StateChanged += OnPlatformChanged;
            platform.RightsChanged += OnRightsChanged;
        }

        Wake("start");
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await WaitForBellAsync(stoppingToken);
                await RunPassAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The planned end.
        }
        finally
        {
            talks.Changed -= OnTalksChanged;
            foreach (var platform in platforms.All)
            {
                platform.StateChanged -= OnPlatformChanged;
                platform.RightsChanged -= OnRightsChanged;
            }
        }
    }

    private void OnTalksChanged()
    {
        targets.TryAll();
        Wake("talks changed");
    }

    private void OnPlatformChanged() => Wake("a platform's state changed");

    private void OnRightsChanged()
    {
        targets.TryAll();
        doubts.LookAgain();
        Wake("the bot's rights changed");
    }

    private async Task WaitForBellAsync(CancellationToken cancellationToken)
    {
        var limit = clocks.Held is null ? Heartbeat : ClockGuard.AskAgainWhileHeld;
        limit = retries.Next() is { } next && next < limit && clocks.Held is null ? next : limit;
        using var timeout = new CancellationTokenSource(limit, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await _bell.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody rang; a retry may be due, and a sign of life is.
        }
    }

    private async Task RunPassAsync(CancellationToken cancellationToken)
    {
        try
        {
            // With a wrong clock nothing may be judged, not even what is too late; and the ledger must not learn that time.
            if (await clocks.WhyHeldAsync(cancellationToken) is not null)
            {
                await clockReports.TellAsync(cancellationToken);
                return;
            }

            await OpenAsync(cancellationToken);
            var instants = await pass.RunAsync(cancellationToken);
            // Only now: what a long silence holds back must be on record before the silence is over.
            await ledger.BeatAsync(campaign.GetCurrentInstant(), cancellationToken);
            TellAvailable();
            await alarm.SetAsync(instants, cancellationToken);
            TellWhenAllIsDone(instants.Count == 0);
        }
        catch (LedgerUnavailableException unavailable)
        {
            TellUnavailable(unavailable.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The next ring or heartbeat tries again; the ledger has kept what was decided so far.
            Log.PassFailed(logger, exception);
        }
    }

    /// <summary>Begins the ledger's life with a time that a platform has confirmed: a birth in the future would make everything before it past.</summary>
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_isOpen)
        {
            return;
        }

        var now = campaign.GetCurrentInstant();
        keeper.Begin(await ledger.OpenAsync(now, cancellationToken), now);
        await ReleaseOverdueAsync(cancellationToken);
        _isOpen = true;
    }

    private void TellUnavailable(string reason)
    {
        if (_toldUnavailable != reason)
        {
            Log.LedgerUnavailable(logger, reason);
        }

        _toldUnavailable = reason;
        store.Fail(reason);
    }

    private void TellAvailable()
    {
        if (_toldUnavailable is not null)
        {
            Log.LedgerAvailable(logger);
        }

        _toldUnavailable = null;
        store.Recover();
    }

    private void TellWhenAllIsDone(bool nothingPlanned)
    {
        if (nothingPlanned && !_toldNothingPlanned)
        {
            Log.NothingPlanned(logger);
        }

        _toldNothingPlanned = nothingPlanned;
    }

    private async Task ReleaseOverdueAsync(CancellationToken cancellationToken)
    {
        if (!options.CatchUp)
        {
            return;
        }

        foreach (var row in index.Rows.Where(IsHeldBySilence).ToList())
        {
            await ledger.ReleaseAsync(row.Key, cancellationToken);
            await index.RefreshAsync(row.Key.Subject, cancellationToken);
        }
    }

    // What a moderator holds stays held, and what an older copy does not know is for people to see.
    private static bool IsHeldBySilence(DeliveryRow row) =>
        row.State is DeliveryState.Held
        && row.Reason.StartsWith(DeliveryPolicy.DueInSilence, StringComparison.Ordinal)
        && !row.Reason.StartsWith(DeliveryPolicy.DueInOlderCopy, StringComparison.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A delivery pass failed; the next one tries again")]
        public static partial void PassFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "Nothing more is planned; commands are answered as before")]
        public static partial void NothingPlanned(ILogger logger);

        [LoggerMessage(3, LogLevel.Error, "Nothing is posted, because what is posted could not be written down: {Reason}")]
        public static partial void LedgerUnavailable(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Information, "The ledger works again; posting goes on")]
        public static partial void LedgerAvailable(ILogger logger);
    }
}
