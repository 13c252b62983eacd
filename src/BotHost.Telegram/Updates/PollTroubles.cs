using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Updates;

/// <summary>What goes wrong while updates are fetched: each trouble is told once, and says how long to pause.</summary>
internal sealed partial class PollTroubles(BotStanding standing, Jitter jitter, ILogger<PollTroubles> logger)
{
    /// <summary>From this many conflicts in a row on it is no hand-over between two versions any more.</summary>
    private const int ConflictsBeforeError = 4;

    private readonly Backoff _trouble = Backoff.ForTrouble(jitter);
    private readonly Backoff _conflict = Backoff.ForConflict(jitter);
    private string _lastProblem = "";

    /// <summary>How long to pause after a call that brought nothing.</summary>
    public TimeSpan Pause(PollVerdict verdict)
    {
        switch (verdict)
        {
            case PollVerdict.Refused refused:
                standing.Refuse(refused.Reason, refused.Remedy);
                return TimeSpan.Zero;
            case PollVerdict.Flood flood:
                Report(flood.Reason, reason => Log.Flooded(logger, reason, flood.Wait));
                return flood.Wait;
            case PollVerdict.Conflict { ByWebhook: true } webhook:
                Report(webhook.Reason, reason => Log.WebhookInTheWay(logger, reason));
                return _conflict.Next();
            case PollVerdict.Conflict conflict:
                var pause = _conflict.Next();
                if (_conflict.Failures == ConflictsBeforeError)
                {
                    Log.AnotherInstance(logger, conflict.Reason);
                }
                else
                {
                    Report(conflict.Reason, reason => Log.ConflictMet(logger, reason));
                }

                return pause;
            case PollVerdict.Trouble trouble:
                Report(trouble.Reason, reason => Log.PollFailed(logger, reason));
                return _trouble.Next();
            default:
                return _trouble.Next();
        }
    }

    /// <summary>How long to pause where what came cannot be written down.</summary>
    /// <param name="reason">The store's own words, which say what to do about it; where in this program it was met helps nobody.</param>
    public TimeSpan OfStore(string reason)
    {
        Report(reason, problem => Log.StoreUnavailable(logger, problem));
        return _trouble.Next();
    }

    /// <summary>How long to pause after a fault of the loop itself.</summary>
    public TimeSpan OfLoop(Exception error)
    {
        Report(error.GetType().Name, problem => Log.LoopFailed(logger, problem, error));
        return _trouble.Next();
    }

    /// <summary>A call was answered as it should be.</summary>
    public void Over()
    {
        _trouble.Reset();
        _conflict.Reset();
        if (_lastProblem.Length > 0)
        {
            _lastProblem = "";
            Log.PollRecovered(logger);
        }
    }

    /// <summary>A problem is told once, until another one comes or it is over.</summary>
    private void Report(string problem, Action<string> tell)
    {
        if (problem != _lastProblem)
        {
            _lastProblem = problem;
            tell(problem);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram's updates cannot be fetched now; trying on: {Reason}")]
        public static partial void PollFailed(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram's updates come in again")]
        public static partial void PollRecovered(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram asks to wait {Wait} before fetching updates again: {Reason}")]
        public static partial void Flooded(ILogger logger, string reason, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Another process fetches this bot's updates; trying on: {Reason}")]
        public static partial void ConflictMet(ILogger logger, string reason);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Another process keeps fetching this bot's updates, so commands get lost: stop it, or make a new token with @BotFather. {Reason}")]
        public static partial void AnotherInstance(ILogger logger, string reason);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "A webhook is set for this bot, so no commands arrive here: remove it with the method deleteWebhook, or use another bot. Posting goes on. {Reason}")]
        public static partial void WebhookInTheWay(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram's updates cannot be taken now; trying on: {Reason}")]
        public static partial void StoreUnavailable(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The update loop met {Reason}; trying on")]
        public static partial void LoopFailed(ILogger logger, string reason, Exception error);
    }
}
