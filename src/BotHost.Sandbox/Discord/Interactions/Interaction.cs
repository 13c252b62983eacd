using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Interactions;

/// <summary>A command, press, autocomplete or form on its way to the bot and back.</summary>
internal sealed class Interaction
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int ModalSubmit = 5;

    /// <summary>The flag of the "thinking" placeholder.</summary>
    public const int Loading = 1 << 7;

    public required string Id { get; init; }

    public required string Token { get; init; }

    public required int Type { get; init; }

    public required string ChannelId { get; init; }

    public required string UserId { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>The command's name, where it is one.</summary>
    public string? Name { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public StoredMessage? Source { get; init; }

    /// <summary>The type of the first reply, once there is one.</summary>
    public int? Acknowledged { get; set; }

    /// <summary>The message that @original means.</summary>
    public StoredMessage? Original { get; set; }

    /// <summary>The form that a reply of type 9 opened.</summary>
    public JsonObject? Modal { get; set; }

    /// <summary>Completes with the choices of an autocomplete, or with null when no answer came in time.</summary>
    public TaskCompletionSource<JsonArray?> Choices { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ITimer? Deadline { get; set; }
}
