using System.Text.Json.Serialization;

namespace BotHost.Sandbox;

/// <summary>How the bot stands in a Telegram chat.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BotStanding>))]
public enum BotStanding
{
    /// <summary>As the world says; a private chat is open.</summary>
    [JsonStringEnumMemberName("as-before")]
    AsBefore,

    /// <summary>In a group restricted to reading, in a channel an administrator who may not post.</summary>
    [JsonStringEnumMemberName("cannot-write")]
    CannotWrite,

    /// <summary>An administrator who may not pin.</summary>
    [JsonStringEnumMemberName("cannot-pin")]
    CannotPin,

    [JsonStringEnumMemberName("left")]
    Left,

    [JsonStringEnumMemberName("kicked")]
    Kicked,

    /// <summary>By the person whose private chat it is.</summary>
    [JsonStringEnumMemberName("blocked")]
    Blocked,
}
