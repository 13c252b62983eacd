using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Texts;
using BotHost.Storage.Sqlite;
using NodaTime.Text;

namespace BotHost.Storage.Archive;

/// <summary>What the lines of one exported ledger must keep, each by itself and all together. The ledger could not work with anything else.</summary>
internal sealed class ArchiveRules
{
    private static readonly HashSet<string> DeliveryKinds = [.. Enum.GetValues<DeliveryKind>().Select(StoredWords.Word)];
    private static readonly HashSet<string> EffectKinds = [.. Enum.GetValues<EffectKind>().Select(StoredWords.Word)];
    private static readonly HashSet<string> States = [.. Enum.GetValues<DeliveryState>().Select(StoredWords.Word)];

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private ArchiveLine.Counters? _counters;
    private long _highestDelivery;
    private long _highestDecision;

    /// <summary>What is wrong with the next line.</summary>
    public IEnumerable<string> ProblemsOf(ArchiveLine line) => line switch
    {
        ArchiveLine.Life life => [.. Once("life"), .. Time("born", life.Born), .. Time("lastSignOfLife", life.LastSignOfLife)],
        ArchiveLine.Counters counters => OfCounters(counters),
        ArchiveLine.Seen seen => [.. Once("sighting", seen.Kind, seen.Id), .. Time("firstSeen", seen.FirstSeen)],
        ArchiveLine.Delivery delivery => OfDelivery(delivery),
        ArchiveLine.Question question => OfQuestion(question),
        ArchiveLine.Change change =>
        [
            .. Once("override", change.Talk, change.Field), .. Time("madeAt", change.MadeAt),
            .. Require(Identifier.IsValid(change.Talk), $"'{change.Talk}' is no talk's id: {Identifier.Rule}"),
        ],
        ArchiveLine.Note note => Once("note", note.Room, note.Key),
        _ => [],
    };

    /// <summary>What is wrong with all of them together.</summary>
    public IEnumerable<string> Conclude() =>
        _counters is not { } counters ? ["the line with the counters is missing"]
        : counters.Deliveries < _highestDelivery || counters.Decisions < _highestDecision ? ["the counters are lower than ids that are in use"]
        : [];

    private IEnumerable<string> OfCounters(ArchiveLine.Counters counters)
    {
        _counters ??= counters;
        return [.. Once("counters"), .. Require(counters is { Deliveries: >= 0, Decisions: >= 0 }, "a counter is below 0")];
    }

    private IEnumerable<string> OfDelivery(ArchiveLine.Delivery delivery)
    {
        _highestDelivery = Math.Max(_highestDelivery, delivery.Id);
        return
        [
            .. Id("delivery", delivery.Id),
            .. Once("delivery with the key", delivery.Kind, delivery.Subject, delivery.Step, delivery.Occasion, delivery.Target),
            .. Word("kind of a delivery", delivery.Kind, DeliveryKinds), .. Word("state", delivery.State, States),
            .. Require(delivery.Target.IndexOf(':', StringComparison.Ordinal) > 0, $"the target '{delivery.Target}' names no platform; it is written as platform:id"),
            .. Require(delivery is { Generation: >= 0, Parts: >= 1 }, "the generation is below 0, or there are no parts"),
            .. Require(delivery.Facts is null == delivery.FactsHash is null, "facts and factsHash belong together"),
            .. Time("dueAt", delivery.DueAt), .. Time("createdAt", delivery.CreatedAt), .. Time("changedAt", delivery.ChangedAt), .. Time("deferredUntil", delivery.DeferredUntil),
            .. delivery.Effects.SelectMany(effect => OfEffect(delivery.Id, effect)),
            .. delivery.Attempts.SelectMany(attempt => OfAttempt(delivery.Id, attempt)),
        ];
    }

    private IEnumerable<string> OfEffect(long delivery, ArchivedEffect effect) =>
    [
        .. Once("effect", $"{delivery}", effect.Kind, $"{effect.Part}"), .. Word("kind of an effect", effect.Kind, EffectKinds), .. Word("state", effect.State, States),
        .. Require(effect is { Part: >= 1, Attempt: >= 0, Position: >= 0 }, "an effect's part is below 1, or its attempt or position below 0"),
        .. Time("firstClaimedAt", effect.FirstClaimedAt), .. Time("claimedAt", effect.ClaimedAt), .. Time("recordedAt", effect.RecordedAt),
    ];

    private IEnumerable<string> OfAttempt(long delivery, ArchivedAttempt attempt) =>
    [
        .. Once("attempt", $"{delivery}", attempt.Kind, $"{attempt.Part}", $"{attempt.Attempt}"), .. Word("kind of an effect", attempt.Kind, EffectKinds),
        .. Time("claimedAt", attempt.ClaimedAt), .. Time("recordedAt", attempt.RecordedAt),
    ];

    private IEnumerable<string> OfQuestion(ArchiveLine.Question question)
    {
        _highestDecision = Math.Max(_highestDecision, question.Id);
        return [.. Id("decision", question.Id), .. Time("askedAt", question.AskedAt), .. Time("answeredAt", question.AnsweredAt)];
    }

    private IEnumerable<string> Id(string thing, long id) => [.. Require(id >= 1, $"the id {id} is below 1"), .. Once($"{thing} with the id", $"{id}")];

    // The parts of a name are put apart by a character that no name has.
    private IEnumerable<string> Once(string thing, params string[] name) =>
        Require(_known.Add(string.Join('\u0001', [thing, .. name])), name.Length == 0 ? $"there is a second {thing}" : $"there is a second {thing} {string.Join(" | ", name)}");

    private static IEnumerable<string> Word(string what, string word, HashSet<string> known) =>
        Require(known.Contains(word), $"'{word}' is not the {what}; known are {string.Join(", ", known)}");

    private static IEnumerable<string> Time(string field, string? text) =>
        Require(text is null || InstantPattern.ExtendedIso.Parse(text).Success, $"{field} '{text}' is not an instant like 2027-03-01T12:00:00Z");

    private static IEnumerable<string> Require(bool kept, string problem) => kept ? [] : [problem];
}
