using NodaTime;

namespace BotHost.Announcements.Commands;

/// <summary>How the bot stands at one moment, for moderators.</summary>
public sealed record BotStanding
{
    /// <summary>What no report could tell anybody.</summary>
    public required IReadOnlyList<string> Untold { get; init; }

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
}
