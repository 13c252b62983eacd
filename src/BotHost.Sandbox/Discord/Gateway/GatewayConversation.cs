using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Gateway;

/// <summary>The rules of one gateway connection, payload by payload: who it is, whether it lives, and the closes that broken rules earn.</summary>
internal sealed class GatewayConversation(DiscordState state, GatewayConnection connection, TimeSpan heartbeatInterval)
{
    private const int MostPayloadsPerMinute = 120;
    private readonly Queue<long> _received = new();
    private ITimer? _watchdog;

    public IDisposable Begin()
    {
        lock (state.Gate)
        {
            state.Gateway.Opened(connection);
        }

        connection.Send(10, new JsonObject { ["heartbeat_interval"] = (long)heartbeatInterval.TotalMilliseconds });
        _watchdog = state.Clock.CreateTimer(
            _ => connection.Close(4009, "Session timed out"), null, heartbeatInterval * 2, Timeout.InfiniteTimeSpan);
        return _watchdog;
    }

    public void Receive(string? text)
    {
        lock (state.Gate)
        {
            if (connection.ClosedByUs is not null)
            {
                return;
            }

            if (TooFast())
            {
                connection.Close(4008, "Rate limited");
                return;
            }

            if (Parse(text) is not { } payload)
            {
                connection.Close(4002, "Error while decoding payload");
                return;
            }

            Handle(payload);
        }
    }

    private void Handle(JsonObject payload)
    {
        var data = payload["d"];
        switch (Number(payload["op"]))
        {
            case 1:
                _watchdog?.Change(heartbeatInterval * 2, Timeout.InfiniteTimeSpan);
                connection.Send(11, null);
                break;
            case 2 when connection.Session is not null:
                connection.Close(4005, "Already authenticated");
                break;
            case 2:
                Identify(data as JsonObject ?? []);
                break;
            case 6 when connection.Session is null:
                Resume(data as JsonObject ?? []);
                break;
            case 3 or 4 or 8 or 31 or 43 when connection.Session is not null:
                break;
            case 3 or 4 or 8 or 31 or 43:
                connection.Close(4003, "Not authenticated");
                break;
            default:
                connection.Close(4001, "Unknown opcode");
                break;
        }
    }

    private void Identify(JsonObject data)
    {
        var token = Text(data["token"]) ?? "";
        var intents = Number(data["intents"]);
        if (!state.Accepts(token.StartsWith("Bot ", StringComparison.Ordinal) ? token[4..] : token))
        {
            connection.Close(4004, "Authentication failed");
            return;
        }

        if (intents is null || intents < 0 || (intents & ~Intents.Known) != 0)
        {
            connection.Close(4013, "Invalid intent(s)");
            return;
        }

        if ((intents & ~state.Gateway.AllowedIntents) != 0)
        {
            connection.Close(4014, "Disallowed intent(s)");
            return;
        }

        if (data["properties"] is not JsonObject)
        {
            connection.Close(4002, "Error while decoding payload");
            return;
        }

        if (data["shard"] is JsonArray shard && (shard.Count != 2 || Number(shard[0]) is not { } index || Number(shard[1]) is not { } count || index < 0 || index >= count))
        {
            connection.Close(4010, "Invalid shard");
            return;
        }

        var session = state.Gateway.Identify(connection, token, intents.Value);
        Note(RecordKinds.GatewayIdentify, data);
        session.Dispatch("READY", Ready(session, data["shard"]));
        if (session.Wants(Intents.Guilds))
        {
            foreach (var guild in state.BotGuilds)
            {
                session.Dispatch("GUILD_CREATE", Shapes.GuildCreate(state, guild));
            }
        }
    }

    private void Resume(JsonObject data)
    {
        var token = Text(data["token"]) ?? "";
        if (!state.Accepts(token))
        {
            connection.Close(4004, "Authentication failed");
            return;
        }

        var session = state.Gateway.Find(Text(data["session_id"]) ?? "", token);
        var sequence = Number(data["seq"]);
        if (session is not null && sequence > session.Sequence)
        {
            connection.Close(4007, "Invalid seq");
            return;
        }

        if (session is null || sequence is null || !session.CanReplay((int)sequence))
        {
            connection.Send(9, false);
            return;
        }

        if (session.Connection is { } old)
        {
            session.Connection = null;
            old.Session = null;
            old.Close(4000, "Resumed elsewhere");
        }

        session.Connection = connection;
        connection.Session = session;
        Note(RecordKinds.GatewayResume, data);
        session.Replay((int)sequence);
        session.Dispatch("RESUMED", new JsonObject());
    }

    private JsonObject Ready(GatewaySession session, JsonNode? shard)
    {
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user"] = Shapes.Self(state),
            ["guilds"] = new JsonArray([.. state.BotGuilds.Select(guild => (JsonNode)new JsonObject { ["id"] = guild.Id, ["unavailable"] = true })]),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = state.Origin.Replace("http://", "ws://", StringComparison.Ordinal) + DiscordDoor.GatewayPath,
            ["application"] = new JsonObject { ["id"] = state.World.ApplicationId, ["flags"] = 0 },
            ["session_type"] = "normal",
            ["private_channels"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["presences"] = new JsonArray(),
        };
        if (shard is not null)
        {
            ready["shard"] = shard.DeepClone();
        }

        return ready;
    }

    private bool TooFast()
    {
        var now = state.Clock.GetTimestamp();
        while (_received.TryPeek(out var first) && state.Clock.GetElapsedTime(first, now) > TimeSpan.FromMinutes(1))
        {
            _received.Dequeue();
        }

        _received.Enqueue(now);
        return _received.Count > MostPayloadsPerMinute;
    }

    private void Note(string kind, JsonObject data)
    {
        var shown = (JsonObject)data.DeepClone();
        shown.Remove("token");
        state.Record.Append(new RecordEntry { Kind = kind, Platform = DiscordState.Platform }, shown.ToJsonString());
    }

    private static JsonObject? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
