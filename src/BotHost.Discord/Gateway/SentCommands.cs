namespace BotHost.Discord.Gateway;

/// <summary>Starts a session.</summary>
internal sealed record IdentifyCommand(int Op, IdentifyData D);

/// <summary>Holds the token; a plain class, so that it has no ToString that prints it.</summary>
internal sealed class IdentifyData
{
    public required string Token { get; init; }

    public required int Intents { get; init; }

    public required IdentifyProperties Properties { get; init; }
}

/// <summary>What the bot says of itself.</summary>
internal sealed record IdentifyProperties(string Os, string Browser, string Device);

/// <summary>Goes on with a session.</summary>
internal sealed record ResumeCommand(int Op, ResumeData D);

/// <summary>Holds the token; a plain class, so that it has no ToString that prints it.</summary>
internal sealed class ResumeData
{
    public required string Token { get; init; }

    public required string SessionId { get; init; }

    public required long? Seq { get; init; }
}

/// <summary>Says that the bot lives, with the last sequence number, or null before the first; a null is written, not left out.</summary>
internal sealed record HeartbeatCommand(int Op)
{
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)]
    public long? D { get; init; }
}
