using System.Text.Json;

namespace BotHost.Sandbox;

/// <summary>One thing that happened on a platform. It never holds a token.</summary>
public sealed record RecordEntry
{
    /// <summary>1, 2, 3 ... in the order of happening.</summary>
    public long Sequence { get; init; }

    /// <summary>One of <see cref="RecordKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>discord or telegram.</summary>
    public required string Platform { get; init; }

    public string? ChatId { get; init; }

    public string? MessageId { get; init; }

    /// <summary>The one user who sees it (a private reply); null means everybody in the chat.</summary>
    public string? VisibleTo { get; init; }

    /// <summary>The user who caused it, where a person did.</summary>
    public string? UserId { get; init; }

    /// <summary>The visible words without markup: text, embeds, nothing else. For a refusal: the platform's words.</summary>
    public string? Text { get; init; }

    /// <summary>The request as the bot sent it (for people's acts: what the bot was told). On a request entry: its body, where that is JSON or a form; files are named there, not held.</summary>
    public JsonElement? Payload { get; init; }

    public string? Nonce { get; init; }

    /// <summary>Whom the message pings: ids of users and roles, or everyone.</summary>
    public IReadOnlyList<string> Pings { get; init; } = [];

    /// <summary>The pictures that the message shows, in its order; those of other servers, of which only the address is known, are none.</summary>
    public IReadOnlyList<RecordedPicture> Pictures { get; init; } = [];

    /// <summary>HTTP method and path template, or the Bot API method.</summary>
    public string? Route { get; init; }

    /// <summary>What followed the question mark of a request's address.</summary>
    public string? Query { get; init; }

    /// <summary>The status of a refusal.</summary>
    public int? Status { get; init; }

    public DateTimeOffset CampaignTime { get; init; }

    /// <summary>Machine time.</summary>
    public DateTimeOffset ReceivedAt { get; init; }
}
