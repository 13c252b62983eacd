using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Telegram.Texts;

/// <summary>A marked range of a text, in UTF-16 units.</summary>
internal sealed record TextEntity(string Type, int Offset, int Length)
{
    public int End => Offset + Length;

    public string? Url { get; init; }

    public long? UserId { get; init; }

    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }

    public long? UnixTime { get; init; }

    public string? DateTimeFormat { get; init; }

    public JsonObject ToJson(TelegramState state)
    {
        var json = new JsonObject { ["offset"] = Offset, ["length"] = Length, ["type"] = Type };
        Set("url", Url);
        Set("language", Language);
        Set("custom_emoji_id", CustomEmojiId);
        Set("date_time_format", DateTimeFormat);
        if (UnixTime is { } unix)
        {
            json["unix_time"] = unix;
        }

        if (UserId is { } user)
        {
            json["user"] = TelegramShapes.User(state, user);
        }

        return json;

        void Set(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                json[field] = value;
            }
        }
    }
}
