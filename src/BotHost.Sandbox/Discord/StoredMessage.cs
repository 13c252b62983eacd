using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord.Messages;

namespace BotHost.Sandbox.Discord;

/// <summary>A message as Discord keeps it.</summary>
internal sealed class StoredMessage
{
    public required string Id { get; init; }

    public required string ChannelId { get; init; }

    public required string AuthorId { get; init; }

    /// <summary>The message object as replies show it.</summary>
    public required JsonObject Json { get; init; }

    /// <summary>Its files, with those that its embeds show.</summary>
    public IReadOnlyList<StoredAttachment> Attachments { get; set; } = [];

    /// <summary>The one user who sees an ephemeral reply.</summary>
    public string? VisibleTo { get; init; }

    public required DateTimeOffset CampaignTime { get; init; }

    public DateTimeOffset? PinnedAt { get; set; }

    public bool Crossposted { get; set; }

    public int Flags => Json["flags"]!.GetValue<int>();
}
