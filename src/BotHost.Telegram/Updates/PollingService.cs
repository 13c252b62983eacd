using System.Globalization;
using System.Text.Json;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Telegram.BotApi;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Updates;

/// <summary>Introduces the bot, then fetches updates until it is told to stop.</summary>
/// <remarks>
/// A batch is written down as taken, then handed to the workers, and only the next call confirms it to the platform. A crash in between
/// brings the batch again, and the mark keeps it from being answered twice, wherever it could be written.
/// </remarks>
internal sealed partial class PollingService(
    BotApiClient api,
    BotStanding standing,
    MarkNotes marks,
    CommandMenu menu,
    UpdateIntake intake,
    CommandWorkers workers,
    PollTroubles troubles,
    TimeProvider time,
    ILogger<PollingService> logger) : BackgroundService
{
    /// <summary>The platform's longest, in seconds.</summary>
    public const int PollSeconds = 50;

    public const int BatchLimit = 100;

    private static readonly string[] Kinds = ["message", "callback_query", "my_chat_member"];

    /// <summary>An empty answer that comes at once is followed by a pause, because the platform throttles callers that spin.</summary>
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MenuRetry = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(3);

    private PollMark _mark = PollMark.None;
    private PollMark _confirmed = PollMark.None;
    private long? _menuTriedAt;
    private bool _menuDone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!standing.IsUsable)
        {
            return;
        }

        workers.Start();
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is the usual end of the loop.
        }
        finally
        {
            await workers.StopAsync(DrainPatience);
            await ConfirmAsync();
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (standing.IsUsable)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan wait;
            try
            {
                wait = await StepAsync(cancellationToken);
            }
            catch (LedgerUnavailableException unavailable)
            {
                wait = troubles.OfStore(unavailable.Message);
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                wait = troubles.OfLoop(error);
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    /// <summary>One call, and how long to pause after it.</summary>
    private async Task<TimeSpan> StepAsync(CancellationToken cancellationToken)
    {
        if (standing.Profile is null)
        {
            return await IntroduceAsync(cancellationToken);
        }

        await SyncMenuAsync(standing.Profile, cancellationToken);
        var began = time.GetTimestamp();
        var asked = _mark;
        var result = await api.PollAsync(
            new GetUpdates(asked.OffsetAt(time.GetUtcNow()), BatchLimit, PollSeconds, Kinds), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (PollVerdict.Of(result) is not PollVerdict.Fine fine)
        {
            return troubles.Pause(PollVerdict.Of(result));
        }

        troubles.Over();
        _confirmed = asked;
        var items = PollVerdict.Items(fine.Result);
        if (items.IsEmpty)
        {
            await marks.CatchUpAsync(MarkKey(standing.Profile), _mark, cancellationToken);
            return time.GetElapsedTime(began) < ShortestPoll ? ShortestPoll : TimeSpan.Zero;
        }

        _mark = await intake.TakeAsync(items, _mark, MarkKey(standing.Profile), standing.Profile, cancellationToken);
        return TimeSpan.Zero;
    }

    private async Task<TimeSpan> IntroduceAsync(CancellationToken cancellationToken)
    {
        var verdict = PollVerdict.Of(await api.CallAsync("getMe", new NoParameters(), TelegramJson.Wire.NoParameters, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (verdict is not PollVerdict.Fine fine)
        {
            return troubles.Pause(verdict);
        }

        if (fine.Result.Deserialize(TelegramJson.Wire.WireUser) is not { Username: { Length: > 0 } username } me)
        {
            return troubles.Pause(new PollVerdict.Trouble("getMe named no bot"));
        }

        var profile = new BotProfile(me.Id, username);
        _mark = await marks.ReadAsync(MarkKey(profile), cancellationToken);
        _confirmed = _mark;
        standing.Profile = profile;
        troubles.Over();
        Log.BotIntroduced(logger, username);
        return TimeSpan.Zero;
    }

    private async Task SyncMenuAsync(BotProfile profile, CancellationToken cancellationToken)
    {
        if (_menuDone || (_menuTriedAt is { } at && time.GetElapsedTime(at) < MenuRetry))
        {
            return;
        }

        _menuTriedAt = time.GetTimestamp();
        var verdict = await menu.SyncAsync(profile, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _menuDone = verdict is null;
        if (verdict is PollVerdict.Refused refused)
        {
            standing.Refuse(refused.Reason, refused.Remedy);
        }
        else if (verdict is not null)
        {
            Log.MenuNotRegistered(logger, verdict switch
            {
                PollVerdict.Conflict conflict => conflict.Reason,
                PollVerdict.Flood flood => flood.Reason,
                PollVerdict.Trouble trouble => trouble.Reason,
                _ => "no reason given",
            });
        }
    }

    /// <summary>Tells the platform what was taken, so that the next process starts after it.</summary>
    private async Task ConfirmAsync()
    {
        if (!standing.IsUsable || _mark == _confirmed || _mark.OffsetAt(time.GetUtcNow()) is not { } offset)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(ConfirmPatience, time);
        var result = await api.PollAsync(new GetUpdates(offset, Limit: 1, Timeout: 0, Kinds), deadline.Token);
        if (PollVerdict.Of(result) is not PollVerdict.Fine)
        {
            Log.NotConfirmed(logger);
        }
    }

    /// <summary>Each bot numbers its updates for itself, so another token must not inherit the mark.</summary>
    private static string MarkKey(BotProfile profile) => string.Create(CultureInfo.InvariantCulture, $"offset:{profile.Id}");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram knows the bot as @{Username}")]
        public static partial void BotIntroduced(ILogger logger, string username);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram's command menu could not be registered; trying again later: {Reason}")]
        public static partial void MenuNotRegistered(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The last updates could not be confirmed while stopping; they come again and are skipped then")]
        public static partial void NotConfirmed(ILogger logger);
    }
}
