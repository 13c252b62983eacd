using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Storage.Sqlite;

/// <summary>The ledger in a SQLite file. Arguments are checked here, before anything is queued; each write is one operation of the writer.</summary>
internal sealed partial class SqliteLedger(SqliteDatabase database, ILogger<SqliteLedger> logger) : ILedger
{
    private LedgerLife? _life;
    private volatile bool _isPrepared;
    private bool _isOlderCopy;

    public async Task PrepareAsync(Instant now, CancellationToken cancellationToken)
    {
        if (_isPrepared)
        {
            return;
        }

        // Before the first commit of this process: it would bring an older copy nearer to what it was.
        var found = (await database.ReadAsync(LedgerIdentity.Read, cancellationToken))!;
        _isOlderCopy = !database.ReplacesLost && database.Mark.IsAheadOf(found);
        if (_isOlderCopy)
        {
            database.Mark.KeepAheadOf(found);
            Log.OlderCopy(logger);
        }

        var orphans = await database.WriteAsync(connection => StartOperation.GiveUpOrphans(connection, database.Owner, now), cancellationToken);
        _isPrepared = true;
        if (database.ReplacesLost)
        {
            Log.Lost(logger, database.Path);
        }

        if (orphans > 0)
        {
            Log.AttemptsUnknown(logger, orphans);
        }
    }

    public async Task<LedgerLife> OpenAsync(Instant now, CancellationToken cancellationToken)
    {
        if (_life is { } known)
        {
            return known;
        }

        await PrepareAsync(now, cancellationToken);
        var life = await database.WriteAsync(connection => StartOperation.Begin(connection, now), cancellationToken) with { IsOlderCopy = _isOlderCopy };
        return Interlocked.CompareExchange(ref _life, life, null) ?? life;
    }

    public async Task BeatAsync(Instant now, CancellationToken cancellationToken)
    {
        if (_life is null)
        {
            throw new InvalidOperationException("The ledger has not been opened: a beat before that would hide from the start how long the bot was silent.");
        }

        await database.LookAsync(cancellationToken);
        await database.WriteAsync(connection => StartOperation.Beat(connection, now), cancellationToken);
        database.Mark.Write((await database.ReadAsync(LedgerIdentity.Read, cancellationToken))!);
    }

    public async Task<IReadOnlyList<Sighting>> SeeAsync(IReadOnlyCollection<(string Kind, string Id)> items, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        (string Kind, string Id)[] asked = [.. items];
        return await database.ReadAsync(connection => SightingOperation.FindAll(connection, asked), cancellationToken)
            ?? await database.WriteAsync(connection => SightingOperation.Run(connection, asked, now), cancellationToken);
    }

    public Task<IReadOnlyList<Sighting>> ReadSightingsAsync(string kind, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SightingOperation.OfKind(connection, kind), cancellationToken);

    public Task<ClaimResult> ClaimAsync(Claim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfLessThan(claim.Part, 1, nameof(claim));
        ArgumentOutOfRangeException.ThrowIfLessThan(claim.Parts, claim.Part, nameof(claim));
        foreach (var ornament in claim.Ornaments)
        {
            RequireOrnament(ornament.Kind);
        }

        return database.WriteAsync(connection => ClaimOperation.Run(connection, claim, database.Owner), cancellationToken);
    }

    public Task<ClaimResult> ClaimOrnamentAsync(DeliveryKey key, EffectKind kind, int part, Instant wall, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        RequireOrnament(kind);
        return database.WriteAsync(connection => OrnamentOperation.Claim(connection, key, kind, part, database.Owner, wall), cancellationToken);
    }

    public Task<bool> ReviseOrnamentAsync(DeliveryKey key, PlannedEffect effect, Instant wall, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(effect);
        RequireOrnament(effect.Kind);
        return database.WriteAsync(connection => OrnamentOperation.Revise(connection, key, effect, database.Owner, wall), cancellationToken);
    }

    public Task RecordAsync(AttemptId attempt, Outcome outcome, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(outcome);
        return database.WriteAsync(connection => RecordOperation.Run(connection, attempt, outcome, now), cancellationToken);
    }

    public Task<bool> SettleAsync(DeliveryKey key, DeliveryState state, string reason, Instant dueAt, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (state is not (DeliveryState.Skipped or DeliveryState.Held or DeliveryState.Failed))
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "A delivery is settled as skipped, held or failed; the other states come from attempts.");
        }

        return database.WriteAsync(connection => SettleOperation.Settle(connection, key, state, reason, dueAt, now), cancellationToken);
    }

    public Task<bool> ResolveAsync(DeliveryKey key, EffectKind kind, int part, Resolution resolution, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(resolution);
        return database.WriteAsync(connection => ResolveOperation.Run(connection, key, kind, part, resolution, now), cancellationToken);
    }

    public Task<bool> DeferAsync(DeliveryKey key, Instant until, string reason, Instant dueAt, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return database.WriteAsync(connection => DeferOperation.Run(connection, key, until, reason, dueAt, now), cancellationToken);
    }

    public Task<bool> ReleaseAsync(DeliveryKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return database.WriteAsync(connection => SettleOperation.Release(connection, key), cancellationToken);
    }

    public Task<bool> RecordFactsAsync(DeliveryKey key, RecordedFacts facts, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(facts);
        return database.WriteAsync(connection => FactsOperation.Run(connection, key, facts, reason), cancellationToken);
    }

    public Task<IReadOnlyList<DeliveryRow>> ReadAsync(IReadOnlyCollection<string>? subjects, CancellationToken cancellationToken)
    {
        string[]? wanted = subjects is null ? null : [.. subjects];
        return database.ReadAsync(connection => ReadOperation.Run(connection, wanted), cancellationToken);
    }

    public Task OverrideAsync(TalkOverride change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return database.WriteAsync(connection => OverrideOperation.Set(connection, change), cancellationToken);
    }

    public Task<bool> EndOverrideAsync(TalkId talk, string field, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => OverrideOperation.End(connection, talk, field), cancellationToken);

    public Task<IReadOnlyList<TalkOverride>> ReadOverridesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(OverrideOperation.All, cancellationToken);

    public Task<long> AskAsync(string verb, string subject, string askedBy, string hash, Instant now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => QuestionOperation.Ask(connection, verb, subject, askedBy, hash, now), cancellationToken);

    public Task<Decision?> FindQuestionAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => QuestionOperation.FindOpen(connection, id), cancellationToken);

    public Task<bool> AnswerAsync(long id, string answer, string answeredBy, Instant now, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => QuestionOperation.Answer(connection, id, answer, answeredBy, now), cancellationToken);

    private static void RequireOrnament(EffectKind kind)
    {
        if (kind is EffectKind.Message)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A message is claimed as a part of its delivery; only what follows it is an ornament.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "This ledger has been further than the file that is there now: an older copy was put back. What was due since then waits for a moderator")]
        public static partial void OlderCopy(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "There was a ledger at {File}, and it is gone: the bot starts with an empty one, and nothing of the past is posted. To go on with the old one, stop the bot before it posts, and put that back")]
        public static partial void Lost(ILogger logger, string file);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} attempts were on their way when the bot last ended; whether they were taken is unknown")]
        public static partial void AttemptsUnknown(ILogger logger, int count);
    }
}
