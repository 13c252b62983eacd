using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>
/// Remembers deliveries. Uniqueness lives in the database: whatever the number of callers, one claim of a part is granted.
/// </summary>
/// <remarks>Every write is durable when its task completes. Reads see every completed write of this process.</remarks>
public interface ILedger
{
    /// <summary>Called first at start: creates or migrates the store, and gives every row that is still <c>Sending</c> the state <c>Unknown</c>. It does not need the right time.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be used; the message says why and what to do.</exception>
    Task PrepareAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Called once, as soon as the clock is known to be right: notes the birth of a new ledger, and says how old it is. Prepares the store where that was not done.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be used; the message says why and what to do.</exception>
    Task<LedgerLife> OpenAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Notes that the bot is alive, and finds a store that was taken away or exchanged under the running bot.</summary>
    /// <exception cref="LedgerUnavailableException">The store is gone, is another one, or cannot be written.</exception>
    Task BeatAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Remembers what is seen for the first time and returns every asked item with its first sighting, in the order asked.</summary>
    Task<IReadOnlyList<Sighting>> SeeAsync(IReadOnlyCollection<(string Kind, string Id)> items, Instant now, CancellationToken cancellationToken);

    /// <summary>The items of a kind that were seen so far.</summary>
    Task<IReadOnlyList<Sighting>> ReadSightingsAsync(string kind, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for the right to send a part, and keeps what is about to be sent. A later part is granted once the one before it is sent, and only as it was
    /// composed together with the first.
    /// </summary>
    Task<ClaimResult> ClaimAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for the right to try an ornament of a delivery whose messages are all sent. Granted where the ornament waits, came back or is unknown:
    /// its repeat is safe, or the platform looks first.
    /// </summary>
    Task<ClaimResult> ClaimOrnamentAsync(DeliveryKey key, EffectKind kind, int part, Instant wall, CancellationToken cancellationToken);

    /// <summary>
    /// Gives an ornament of a sent delivery another payload, or adds it as the last one, so that it is carried out (again); what it made stays its receipt.
    /// Returns false, and changes nothing, where an attempt of it is on its way or in doubt, or where the delivery is not sent. The same payload
    /// as before counts as given.
    /// </summary>
    Task<bool> ReviseOrnamentAsync(DeliveryKey key, PlannedEffect effect, Instant wall, CancellationToken cancellationToken);

    /// <summary>
    /// Records what became of a granted attempt. Sent when all parts are sent; Deferred and NotSent give the claim back. What becomes of an
    /// ornament changes the ornament alone.
    /// </summary>
    Task RecordAsync(AttemptId attempt, Outcome outcome, Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// Records a delivery that is not sent now: <see cref="DeliveryState.Skipped"/>, <see cref="DeliveryState.Held"/> or
    /// <see cref="DeliveryState.Failed"/> with a reason. It never overwrites Sending, Sent or Unknown; returns whether it changed anything.
    /// </summary>
    Task<bool> SettleAsync(DeliveryKey key, DeliveryState state, string reason, Instant dueAt, Instant now, CancellationToken cancellationToken);

    /// <summary>Ends the doubt about a message or an ornament that is <see cref="DeliveryState.Unknown"/>; returns whether it was in doubt.</summary>
    Task<bool> ResolveAsync(DeliveryKey key, EffectKind kind, int part, Resolution resolution, Instant now, CancellationToken cancellationToken);

    /// <summary>
    /// Records that a delivery which is on nobody's way waits until then, on the machine's wall clock: it becomes or stays <see cref="DeliveryState.Retry"/>
    /// (an unknown one stays unknown). The next claim forgets it. Returns whether it changed anything.
    /// </summary>
    Task<bool> DeferAsync(DeliveryKey key, Instant until, string reason, Instant dueAt, Instant now, CancellationToken cancellationToken);

    /// <summary>Deletes a Held, Skipped or Failed row, so that the delivery can be claimed; returns whether there was one.</summary>
    Task<bool> ReleaseAsync(DeliveryKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Writes down what a sent delivery tells since its correction; the reason says why a correction was not taken, else it is empty.
    /// Changes nothing else; returns whether there is such a delivery.
    /// </summary>
    Task<bool> RecordFactsAsync(DeliveryKey key, RecordedFacts facts, string reason, CancellationToken cancellationToken);

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
