using System.Text.Json.Serialization;

namespace BotHost.Storage.Archive;

/// <summary>One line of an exported ledger. Instants are ISO 8601 in UTC; what is not there is left out.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "thing")]
[JsonDerivedType(typeof(Life), "life")]
[JsonDerivedType(typeof(Counters), "counters")]
[JsonDerivedType(typeof(Seen), "sighting")]
[JsonDerivedType(typeof(Delivery), "delivery")]
[JsonDerivedType(typeof(Question), "decision")]
[JsonDerivedType(typeof(Change), "override")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(End), "end")]
internal abstract record ArchiveLine
{
    internal sealed record Life(string Born, string? LastSignOfLife = null) : ArchiveLine;

    /// <summary>The highest ids ever given; none is given twice, whatever was deleted.</summary>
    internal sealed record Counters(long Deliveries, long Decisions) : ArchiveLine;

    internal sealed record Seen(string Kind, string Id, string FirstSeen) : ArchiveLine;

    internal sealed record Delivery(
        long Id, string Kind, string Subject, string Step, string Occasion, string Target, string State, string Reason, string DueAt,
        int Generation, int Parts, string CreatedAt, string ChangedAt,
        string? DeferredUntil = null, string? Facts = null, string? FactsHash = null) : ArchiveLine
    {
        public required IReadOnlyList<ArchivedEffect> Effects { get; init; }

        public required IReadOnlyList<ArchivedAttempt> Attempts { get; init; }
    }

    internal sealed record Question(
        long Id, string Verb, string Subject, string AskedBy, string AskedAt, string Hash,
        string? Answer = null, string? AnsweredBy = null, string? AnsweredAt = null) : ArchiveLine;

    internal sealed record Change(string Talk, string Field, string MadeBy, string MadeAt, string? ReplacedValue = null, string? Value = null) : ArchiveLine;

    internal sealed record Note(string Room, string Key, string Value) : ArchiveLine;

    /// <summary>The last line: without it, or with another number, the file was cut off.</summary>
    internal sealed record End(int Things) : ArchiveLine;
}
