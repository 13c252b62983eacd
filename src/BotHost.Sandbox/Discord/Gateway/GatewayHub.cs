using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Gateway;

/// <summary>All gateway sessions of the application. The state's gate guards it.</summary>
internal sealed class GatewayHub(DiscordWorld world, SandboxRecord record, TimeProvider clock)
{
    /// <summary>How long a lost connection's session can be resumed.</summary>
    private static readonly TimeSpan SessionLife = TimeSpan.FromMinutes(5);

    private readonly List<GatewaySession> _sessions = [];
    private readonly List<GatewayConnection> _connections = [];

    public int IdentifiesLeft { get; private set; } = 1000;

    public bool IsAnyoneThere => _sessions.Any(session => session.Connection is not null);

    public int Live => _sessions.Count(session => session.Connection is not null);

    public void Opened(GatewayConnection connection) => _connections.Add(connection);

    public void Ended(GatewayConnection connection, int? clientCode)
    {
        _connections.Remove(connection);
        if (connection.Session is { } session && session.Connection == connection)
        {
            session.Connection = null;
            session.DetachedAt = clock.GetTimestamp();

            // These codes of the client's end a session for good, as do the server's that forbid a resume.
            if (clientCode is 1000 or 1001 || connection.ClosedByUs is 1000 or 1001 or 4003 or 4007 or 4009)
            {
                _sessions.Remove(session);
            }
        }

        record.Append(new RecordEntry
        {
            Kind = RecordKinds.GatewayClosed,
            Platform = DiscordState.Platform,
            Status = connection.ClosedByUs ?? clientCode,
        });
    }

    public GatewaySession Identify(GatewayConnection connection, string token, long intents)
    {
        IdentifiesLeft = Math.Max(0, IdentifiesLeft - 1);
        var session = new GatewaySession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), token, intents) { Connection = connection };
        connection.Session = session;
        _sessions.Add(session);
        return session;
    }

    /// <summary>The session that a resume names, or null when it is gone.</summary>
    public GatewaySession? Find(string sessionId, string token)
    {
        _sessions.RemoveAll(session => session.Connection is null && clock.GetElapsedTime(session.DetachedAt) > SessionLife);
        return _sessions.FirstOrDefault(session => session.Id == sessionId && session.Token == token);
    }

    public void Forget(GatewaySession session) => _sessions.Remove(session);

    public void DispatchInteraction(JsonObject interaction)
    {
        foreach (var session in _sessions)
        {
            session.Dispatch("INTERACTION_CREATE", interaction);
        }
    }

    public void DispatchGuild(string kind, JsonObject change)
    {
        foreach (var session in _sessions.Where(session => session.Wants(Intents.Guilds)))
        {
            session.Dispatch(kind, change);
        }
    }

    public void DispatchEvent(string kind, JsonObject scheduled)
    {
        foreach (var session in _sessions.Where(session => session.Wants(Intents.GuildScheduledEvents)))
        {
            session.Dispatch(kind, scheduled);
        }
    }

    public void DispatchMessage(string kind, JsonObject message, bool direct, bool contentIsPublic)
    {
        foreach (var session in _sessions.Where(session => session.Wants(direct ? Intents.DirectMessages : Intents.GuildMessages)))
        {
            var seen = (JsonObject)message.DeepClone();
            if (!contentIsPublic && !session.Wants(Intents.MessageContent) && seen.ContainsKey("content"))
            {
                seen["content"] = "";
                seen["embeds"] = new JsonArray();
                seen["components"] = new JsonArray();
                seen["attachments"] = new JsonArray();
            }

            session.Dispatch(kind, seen);
        }
    }

    /// <summary>Makes trouble for every live connection.</summary>
    public void Disturb(GatewayTrouble trouble, int code)
    {
        foreach (var connection in _connections.ToList())
        {
            switch (trouble)
            {
                case GatewayTrouble.Reconnect:
                    connection.Send(7, null);
                    break;
                case GatewayTrouble.InvalidSession:
                    if (connection.Session is { } session)
                    {
                        Forget(session);
                        session.Connection = null;
                        connection.Session = null;
                    }

                    connection.Send(9, false);
                    break;
                case GatewayTrouble.Close:
                    connection.Close(code, "closed by the sandbox");
                    break;
                default:
                    connection.Drop();
                    break;
            }
        }
    }

    public long AllowedIntents => Intents.Known & ~(Intents.Privileged & ~world.PrivilegedIntents);
}
