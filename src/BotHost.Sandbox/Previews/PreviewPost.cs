namespace BotHost.Sandbox.Previews;

/// <summary>What one post would look like wherever it goes out in the same words.</summary>
public sealed record PreviewPost
{
    /// <summary>discord or telegram.</summary>
    public required string Platform { get; init; }

    /// <summary>The line above it: what it is and which channels get it.</summary>
    public required string Title { get; init; }

    /// <summary>When it would go out: what counts down is counted from then.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>More to know of it, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What stands in its way.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The messages as they would be sent, files left out.</summary>
    public required IReadOnlyList<string> Payloads { get; init; }
}
