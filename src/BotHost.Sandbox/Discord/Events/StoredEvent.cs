using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Events;

/// <summary>A server's event as Discord keeps it; it takes place outside of Discord.</summary>
internal sealed class StoredEvent
{
    private const int MembersOnly = 2;
    private const int External = 3;

    public required string Id { get; init; }

    public required string GuildId { get; init; }

    public required string CreatorId { get; init; }

    public required JsonObject Creator { get; init; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public required string Location { get; set; }

    public required DateTimeOffset Start { get; set; }

    public required DateTimeOffset End { get; set; }

    public EventStatus Status { get; set; } = EventStatus.Scheduled;

    public bool IsOpen => Status is EventStatus.Scheduled or EventStatus.Active;

    /// <summary>The event as an answer.</summary>
    public JsonObject Answer() => new()
    {
        ["id"] = Id,
        ["guild_id"] = GuildId,
        ["channel_id"] = null,
        ["creator_id"] = CreatorId,
        ["creator"] = Creator.DeepClone(),
        ["name"] = Name,
        ["description"] = Description,
        ["image"] = null,
        ["scheduled_start_time"] = Shapes.Time(Start),
        ["scheduled_end_time"] = Shapes.Time(End),
        ["privacy_level"] = MembersOnly,
        ["status"] = (int)Status,
        ["entity_type"] = External,
        ["entity_id"] = null,
        ["entity_metadata"] = new JsonObject { ["location"] = Location },
        ["recurrence_rule"] = null,
        ["guild_scheduled_event_exceptions"] = new JsonArray(),
        ["user_count"] = 0,
    };
}
