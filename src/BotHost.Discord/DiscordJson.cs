using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotHost.Discord.Gateway;
using BotHost.Discord.Interactions;
using BotHost.Discord.Rendering;

namespace BotHost.Discord;

/// <summary>The generated readers and writers of the wire types.</summary>
[JsonSerializable(typeof(GatewayEnvelope))]
[JsonSerializable(typeof(HelloPayload))]
[JsonSerializable(typeof(ReadyPayload))]
[JsonSerializable(typeof(GatewayBotPayload))]
[JsonSerializable(typeof(IdentifyCommand))]
[JsonSerializable(typeof(ResumeCommand))]
[JsonSerializable(typeof(HeartbeatCommand))]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(CallbackBody))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(CommandBody[]))]
internal sealed partial class DiscordJson : JsonSerializerContext
{
    /// <summary>Snake case, nothing written for null, and letters of all scripts as themselves.</summary>
    public static JsonSerializerOptions Wire { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static DiscordJson Shared { get; } = new(new JsonSerializerOptions(Wire));
}
