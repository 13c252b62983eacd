namespace BotHost.Discord.Gateway;

/// <summary>The first word of the gateway. The interval is in milliseconds.</summary>
internal sealed record HelloPayload(int HeartbeatInterval);

/// <summary>The answer to identify.</summary>
internal sealed record ReadyPayload(string SessionId, string? ResumeGatewayUrl, ReadyApplication? Application);

/// <summary>The application behind the bot.</summary>
internal sealed record ReadyApplication(string Id);

/// <summary>The answer to <c>GET /gateway/bot</c>.</summary>
internal sealed record GatewayBotPayload(string Url, SessionStartLimit? SessionStartLimit);

/// <summary>How often the bot may still identify. <c>ResetAfter</c> is in milliseconds; <c>MaxConcurrency</c> counts identifies per 5 s.</summary>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
