namespace BotHost.Sandbox.Previews;

/// <summary>What a page of previews tells.</summary>
public sealed record PreviewDocument
{
    public required string Title { get; init; }

    /// <summary>Whose name stands above the messages.</summary>
    public required string Speaker { get; init; }

    /// <summary>The zone, by its tz name, in which the moments of the posts are shown.</summary>
    public required string Zone { get; init; }

    /// <summary>It goes out nowhere as it is, and the page says so across each post.</summary>
    public bool IsDraft { get; init; }

    public required IReadOnlyList<PreviewPost> Posts { get; init; }

    public IReadOnlyList<PreviewPicture> Pictures { get; init; } = [];

    /// <summary>The same in plain text, for browsers that run no scripts.</summary>
    public required string PlainText { get; init; }
}
