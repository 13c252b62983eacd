using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>
/// Remembers deliveries. Uniqueness lives in the database: whatever the number of callers, one claim of a part is granted.
/// </summary>
/// <remarks>Every write is durable when its task completes. Reads see every completed write of this process.</remarks>
public interface ILedger
{
    /// <summary>Called once at start: creates or migrates the store, gives every row that is still <c>Sending</c> the state <c>Unknown</c>, and says how old the ledger is.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be used; the message says why and what to do.</exception>
    Task<LedgerLife> OpenAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Notes that the bot is alive.</summary>
    Task BeatAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Remembers what is seen for the first time and returns every asked item with its first sighting, in the order asked.</summary>
    Task<IReadOnlyList<Sighting>> SeeAsync(IReadOnlyCollection<(string Kind, string Id)> items, Instant now, CancellationToken cancellationToken);

    Task<ClaimResult> ClaimAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>Records what became of a granted attempt. Sent when all parts are sent; Deferred and NotSent give the claim back.</summary>
    Task RecordAsync(AttemptId attempt, Outcome outcome, Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// Records a delivery that is not sent now: <see cref="DeliveryState.Skipped"/>, <see cref="DeliveryState.Held"/> or
    /// <see cref="DeliveryState.Failed"/> with a reason. It never overwrites Sending, Sent or Unknown; returns whether it changed anything.
    /// </summary>
    Task<bool> SettleAsync(DeliveryKey key, DeliveryState state, string reason, Instant dueAt, Instant now, CancellationToken cancellationToken);

    /// <summary>Deletes a Held, Skipped or Failed row, so that the delivery can be claimed; returns whether there was one.</summary>
    Task<bool> ReleaseAsync(DeliveryKey key, CancellationToken cancellationToken);

    /// <summary>The rows of these subjects (all of them where null), with their effects, oldest first.</summary>
    Task<IReadOnlyList<DeliveryRow>> ReadAsync(IReadOnlyCollection<string>? subjects, CancellationToken cancellationToken);

    /// <summary>Remembers a moderator's change to a talk; it takes the place of an earlier one of the same field.</summary>
    Task OverrideAsync(TalkOverride change, CancellationToken cancellationToken);

    /// <summary>Forgets a change; returns whether there was one.</summary>
    Task<bool> EndOverrideAsync(TalkId talk, string field, CancellationToken cancellationToken);

    /// <summary>The changes that were made and not ended, by talk and field.</summary>
    Task<IReadOnlyList<TalkOverride>> ReadOverridesAsync(CancellationToken cancellationToken);

    /// <summary>Asks a question; returns its row id.</summary>
    Task<long> AskAsync(string verb, string subject, string askedBy, string hash, Instant now, CancellationToken cancellationToken);

    /// <summary>The question, if it is still open.</summary>
    Task<Decision?> FindQuestionAsync(long id, CancellationToken cancellationToken);

    /// <summary>Answers a question once: true for the first caller, false for every later one.</summary>
    Task<bool> AnswerAsync(long id, string answer, string answeredBy, Instant now, CancellationToken cancellationToken);
}
