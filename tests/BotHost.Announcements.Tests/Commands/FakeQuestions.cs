using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>The ledger's questions in memory; commands need nothing else of it.</summary>
internal sealed class FakeQuestions : ILedger
{
    public List<Decision> Asked { get; } = [];

    public List<(long Id, string Answer, string AnsweredBy)> Answers { get; } = [];

    /// <summary>Whether a question is found although it was answered, as it is when two presses race.</summary>
    public bool Racing { get; set; }

    public Task<long> AskAsync(string verb, string subject, string askedBy, string hash, Instant now, CancellationToken cancellationToken)
    {
        Asked.Add(new Decision(Asked.Count + 1, verb, subject, askedBy, now, hash));
        return Task.FromResult((long)Asked.Count);
    }

    public Task<Decision?> FindQuestionAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(Asked.SingleOrDefault(question => question.Id == id && (Racing || !IsAnswered(id))));

    public Task<bool> AnswerAsync(long id, string answer, string answeredBy, Instant now, CancellationToken cancellationToken)
    {
        if (IsAnswered(id))
        {
            return Task.FromResult(false);
        }

        Answers.Add((id, answer, answeredBy));
        return Task.FromResult(true);
    }

    public Task PrepareAsync(Instant now, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>What was written down besides.</summary>
    public List<Sighting> Seen { get; } = [];

    public Task<IReadOnlyList<Sighting>> ReadSightingsAsync(string kind, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Sighting>>([.. Seen.Where(sighting => sighting.Kind == kind)]);

    public Task<ClaimResult> ClaimOrnamentAsync(DeliveryKey key, EffectKind kind, int part, Instant wall, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> ResolveAsync(DeliveryKey key, EffectKind kind, int part, Resolution resolution, Instant now, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> DeferAsync(DeliveryKey key, Instant until, string reason, Instant dueAt, Instant now, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LedgerLife> OpenAsync(Instant now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task BeatAsync(Instant now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Sighting>> SeeAsync(
        IReadOnlyCollection<(string Kind, string Id)> items, Instant now, CancellationToken cancellationToken)
    {
        Seen.AddRange(items.Select(item => new Sighting(item.Kind, item.Id, now)));
        return Task.FromResult<IReadOnlyList<Sighting>>(Seen);
    }

    public Task<ClaimResult> ClaimAsync(Claim claim, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RecordAsync(AttemptId attempt, Outcome outcome, Instant now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> SettleAsync(
        DeliveryKey key, DeliveryState state, string reason, Instant dueAt, Instant now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task OverrideAsync(TalkOverride change, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> EndOverrideAsync(TalkId talk, string field, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<TalkOverride>> ReadOverridesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ReleaseAsync(DeliveryKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ReviseOrnamentAsync(DeliveryKey key, PlannedEffect effect, Instant wall, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> RecordFactsAsync(DeliveryKey key, RecordedFacts facts, string reason, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<DeliveryRow>> ReadAsync(IReadOnlyCollection<string>? subjects, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private bool IsAnswered(long id) => Answers.Any(answer => answer.Id == id);
}
