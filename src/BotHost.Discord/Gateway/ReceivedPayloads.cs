namespace BotHost.Discord.Gateway;

/// <summary>The first word of the gateway. The interval is in milliseconds.</summary>
internal sealed record HelloPayload(int HeartbeatInterval);

/// <summary>The answer to identify.</summary>
/// <param name="SessionId">For resuming.</param>
/// <param name="ResumeGatewayUrl">Where to resume.</param>
/// <param name="Application">The application behind the bot.</param>
/// <param name="User">The bot.</param>
/// <param name="Guilds">The servers that the bot is in; each follows as an event of its own.</param>
internal sealed record ReadyPayload(string SessionId, string? ResumeGatewayUrl, ReadyApplication? Application, ReadyUser? User = null, ReadyGuild[]? Guilds = null);

/// <summary>The bot's account.</summary>
internal sealed record ReadyUser(string Id);

/// <summary>A server of which only the id is told yet.</summary>
internal sealed record ReadyGuild(string Id);

/// <summary>The application behind the bot.</summary>
internal sealed record ReadyApplication(string Id);

/// <summary>The answer to <c>GET /gateway/bot</c>.</summary>
internal sealed record GatewayBotPayload(string Url, SessionStartLimit? SessionStartLimit);

/// <summary>How often the bot may still identify. <c>ResetAfter</c> is in milliseconds; <c>MaxConcurrency</c> counts identifies per 5 s.</summary>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
