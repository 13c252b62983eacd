using System.Text.Json;

namespace BotHost.Discord.Gateway;

/// <summary>What every message of the gateway is wrapped in.</summary>
internal sealed record GatewayEnvelope(int Op, JsonElement D, long? S, string? T);
