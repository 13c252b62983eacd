using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotHost.Telegram.BotApi;

/// <summary>A chat as requests name it: a number, or a public <c>@name</c>.</summary>
[JsonConverter(typeof(ChatRefConverter))]
internal readonly record struct ChatRef(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Writes ids as numbers and names as strings, as the platform documents them.</summary>
internal sealed class ChatRefConverter : JsonConverter<ChatRef>
{
    public override ChatRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? new ChatRef(reader.GetInt64().ToString(CultureInfo.InvariantCulture))
            : new ChatRef(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ChatRef value, JsonSerializerOptions options)
    {
        if (long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            writer.WriteNumberValue(id);
            return;
        }

        writer.WriteStringValue(value.Value);
    }
}
