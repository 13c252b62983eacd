using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BotHost.Telegram.BotApi;

/// <summary>Everything that this room reads and writes. Unknown members are skipped, because the platform adds some every month.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiEnvelope))]
[JsonSerializable(typeof(WireUpdate))]
[JsonSerializable(typeof(JsonElement[]))]
[JsonSerializable(typeof(WireMessage))]
[JsonSerializable(typeof(WireUser))]
[JsonSerializable(typeof(WireMember))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(SendPhoto))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(PinChatMessage))]
[JsonSerializable(typeof(UnpinChatMessage))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(GetChatMember))]
[JsonSerializable(typeof(GetChat))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(SetMyCommands[]))]
[JsonSerializable(typeof(NoParameters))]
internal sealed partial class TelegramJson : JsonSerializerContext
{
    /// <summary>Writes every script as itself: the ledger keeps payloads, and people read them there.</summary>
    public static TelegramJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static readonly JsonSerializerOptions Plain = new() { Encoder = Wire.Options.Encoder };

    /// <summary>As <see cref="Wire"/> writes.</summary>
    public static string Readable(JsonNode node) => node.ToJsonString(Plain);
}
