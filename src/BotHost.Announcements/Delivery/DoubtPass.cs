using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery;

/// <summary>
/// Ends doubts where a platform shows what stands in its channels: a message whose sending was never answered is looked for, and what is surely not there
/// is free to be sent again. What cannot be known stays unknown, for people to decide.
/// </summary>
public sealed partial class DoubtPass(
    LedgerIndex index, ILedger ledger, PlatformDirectory platforms, Retries retries, IClock campaign, TimeProvider machine, ILogger<DoubtPass> logger)
{
    /// <summary>How long an unreadable history is left alone, unless the bot's rights change.</summary>
    public static readonly TimeSpan TriedAgainAfter = TimeSpan.FromDays(1);

    private readonly HashSet<DeliveryKey> _unreadable = [];

    // Platforms that did not answer in this pass: asking them for every doubt in turn, each time until the patience ends, would hold up the posts of all.
    private readonly HashSet<PlatformId> _silent = [];
    private volatile bool _lookAgain;

    /// <summary>Whether the message may be repeated now, because the platform discards the repeat.</summary>
    public bool MayRepeat(IChatPlatform platform, DeliveryRow row) =>
        platform.Abilities.DiscardsRepeatsFor is { } window && row.Messages.Where(InDoubt).All(effect => Age(effect.FirstClaimedAt) is { } age && age < window);

    /// <summary>Whether nothing but a person can end the doubt, as far as is known now.</summary>
    public bool IsLeftToPeople(DeliveryRow row) =>
        row.State is DeliveryState.Unknown
        && (platforms.Find(row.Key.Address.Platform) is not { } platform
            || (!MayRepeat(platform, row) && (!platform.Abilities.CanLookUp || _unreadable.Contains(row.Key))));

    /// <summary>Something has changed that may have made a history readable.</summary>
    public void LookAgain() => _lookAgain = true;

    /// <summary>Looks up everything that is unknown and can be; returns what is still to be looked up.</summary>
    public async Task<OpenWork> RunAsync(CancellationToken cancellationToken)
    {
        if (_lookAgain)
        {
            _lookAgain = false;
            foreach (var key in _unreadable)
            {
                retries.Forget(Waiting(key));
            }
        }

        var keys = new List<DeliveryKey>();
        var instants = new List<Instant>();
        _silent.Clear();
        _unreadable.RemoveWhere(key => index.Find(key) is not { State: DeliveryState.Unknown });
        foreach (var row in index.Rows.Where(row => row.State is DeliveryState.Unknown).OrderBy(row => row.Id).ToList())
        {
            if (platforms.Find(row.Key.Address.Platform) is not { Abilities.CanLookUp: true } platform
                || platforms.WhyHeld(row.Key.Address) is not null
                || MayRepeat(platform, row)
                || (!_silent.Contains(platform.Id) && await EndAsync(platform, row, cancellationToken)))
            {
                continue;
            }

            keys.Add(Waiting(row.Key));
            if (!_unreadable.Contains(row.Key))
            {
                instants.Add(row.DueAt);
            }
        }

        return new OpenWork(keys, instants);
    }

    private static bool InDoubt(EffectRow effect) => effect.State is DeliveryState.Unknown;

    private static DeliveryKey Waiting(DeliveryKey key) => key with { Step = $"{key.Step}, look-up" };

    // A wall clock that was set back says nothing about what is long ago.
    private TimeSpan? Age(Instant since)
    {
        var age = machine.GetUtcNow().ToInstant() - since;
        return age < Duration.Zero ? null : age.ToTimeSpan();
    }

    // Claimed in the future, by a clock that was wrong: then any time of the last day may have been the time.
    private Instant SinceOf(EffectRow message) =>
        Age(message.FirstClaimedAt) is null ? machine.GetUtcNow().ToInstant() - Duration.FromDays(1) : message.FirstClaimedAt;

    /// <summary>Whether the doubt is over.</summary>
    private async Task<bool> EndAsync(IChatPlatform platform, DeliveryRow row, CancellationToken cancellationToken)
    {
        if (!retries.MayTry(Waiting(row.Key)))
        {
            return false;
        }

        foreach (var message in row.Messages.Where(InDoubt).ToList())
        {
            // What the platform may still be taking would be missed.
            if (platform.Abilities.DiscardsRepeatsFor is { } window && Age(message.ClaimedAt) is { } age && age < window)
            {
                retries.ComeBackAfter(Waiting(row.Key), window - age);
                return false;
            }

            var known = index.Rows.Where(other => other.Key.Address == row.Key.Address)
                .SelectMany(other => other.Messages).Select(effect => effect.Receipt).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var found = await LookAsync(platform, new LookUpOrder(row.Key.Address, message.Payload, SinceOf(message), known), row.Key, cancellationToken);
            if (index.Find(row.Key)?.Messages.FirstOrDefault(current => current.Part == message.Part) is not { State: DeliveryState.Unknown } current || current.Attempt != message.Attempt)
            {
                // Somebody ended the doubt meanwhile, or sent it again: what was seen says nothing of that attempt.
                return false;
            }

            if (!await ConcludeAsync(row.Key, message, found, cancellationToken))
            {
                return false;
            }
        }

        retries.Forget(Waiting(row.Key));
        retries.Forget(row.Key);
        _unreadable.Remove(row.Key);
        return true;
    }

    private async Task<LookUp> LookAsync(IChatPlatform platform, LookUpOrder order, DeliveryKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.LookUpAsync(order, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The platform room promises answers, not exceptions; one doubt that stays must not hold up the others.
            Log.LookUpFailedUnexpectedly(logger, exception, key);
            return new LookUp.NotNow(null, exception.GetType().Name);
        }
    }

    private async Task<bool> ConcludeAsync(DeliveryKey key, EffectRow message, LookUp found, CancellationToken cancellationToken)
    {
        switch (found)
        {
            case LookUp.Found there:
                await ResolveAsync(key, message, new Resolution.Found(there.Receipt), cancellationToken);
                Log.FoundThere(logger, key, there.Receipt);
                return true;
            case LookUp.Absent:
                await ResolveAsync(key, message, new Resolution.Absent("looked for in the channel's history, and not there"), cancellationToken);
                Log.FoundAbsent(logger, key);
                return true;
            case LookUp.Unreadable unreadable:
                retries.ComeBackAfter(Waiting(key), TriedAgainAfter);
                if (_unreadable.Add(key))
                {
                    Log.HistoryUnreadable(logger, key, unreadable.Reason);
                }

                return false;
            case LookUp.NotNow { After: { } after } when after > TimeSpan.Zero:
                retries.ComeBackAfter(Waiting(key), after);
                return false;
            default:
                if (found is LookUp.NotNow { After: null })
                {
                    _silent.Add(key.Address.Platform);
                }

                retries.BackOff(Waiting(key));
                return false;
        }
    }

    private async Task ResolveAsync(DeliveryKey key, EffectRow message, Resolution resolution, CancellationToken cancellationToken)
    {
        await ledger.ResolveAsync(key, message.Kind, message.Part, resolution, campaign.GetCurrentInstant(), cancellationToken);
        await index.RefreshAsync(key.Subject, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Key} was taken after all: it stands there as message {Receipt}")]
        public static partial void FoundThere(ILogger logger, DeliveryKey key, string receipt);

        [LoggerMessage(2, LogLevel.Information, "{Key} was not taken: the channel's history does not hold it")]
        public static partial void FoundAbsent(ILogger logger, DeliveryKey key);

        [LoggerMessage(3, LogLevel.Warning, "Nobody can tell whether {Key} was taken: {Reason}")]
        public static partial void HistoryUnreadable(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(4, LogLevel.Error, "Looking for {Key} failed in a way that the platform's room did not foresee")]
        public static partial void LookUpFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);
    }
}
