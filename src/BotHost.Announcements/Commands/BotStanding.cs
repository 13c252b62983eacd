using NodaTime;

namespace BotHost.Announcements.Commands;

/// <summary>How the bot stands at one moment, for moderators.</summary>
public sealed record BotStanding
{
    /// <summary>What no report could tell anybody.</summary>
    public required IReadOnlyList<string> Untold { get; init; }

    /// <summary>Why what is posted cannot be written down, so that nothing is posted; null where it can.</summary>
    public string? Store { get; init; }

    /// <summary>Of how many posts the platform's answer waits for the ledger to work again.</summary>
    public int KeptOutcomes { get; init; }

    /// <summary>Announced talks that are no longer in the files.</summary>
    public IReadOnlyList<string> Vanished { get; init; } = [];

    /// <summary>Why nothing is sent by itself; null where it is.</summary>
    public required string? Held { get; init; }

    /// <summary>Each platform, and what hinders it; null: nothing.</summary>
    public required IReadOnlyList<(string Platform, string? Hindrance)> Platforms { get; init; }

    /// <summary>The places that do not take the bot's messages, and why.</summary>
    public required IReadOnlyList<(string Place, string Reason)> Aside { get; init; }

    /// <summary>The posts that come next.</summary>
    public required IReadOnlyList<(string Post, Instant At, DateTimeZone Zone)> Next { get; init; }

    /// <summary>What is open: unknown, held, failed or on its way, the most pressing first.</summary>
    public required IReadOnlyList<(string Post, string Word)> Open { get; init; }

    /// <summary>Whether nobody has to look into anything.</summary>
    public bool IsAsPlanned =>
        Store is null && KeptOutcomes == 0 && Held is null && Untold.Count + Aside.Count + Vanished.Count + Open.Count == 0 && Platforms.All(platform => platform.Hindrance is null);
}
