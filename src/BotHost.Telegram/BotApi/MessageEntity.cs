namespace BotHost.Telegram.BotApi;

/// <summary>A formatted stretch of a message; offset and length count UTF-16 units, as string indices do.</summary>
internal sealed record MessageEntity(
    string Type,
    int Offset,
    int Length,
    string? Url = null,
    string? Language = null,
    long? UnixTime = null,
    string? DateTimeFormat = null)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public int End => Offset + Length;
}
