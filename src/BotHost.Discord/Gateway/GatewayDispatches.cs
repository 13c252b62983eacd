using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Gateway;

/// <summary>What the platform dispatches over a socket: the session's own beginning, interactions, and what touches the bot's rights.</summary>
/// <param name="session">The session of the socket.</param>
/// <param name="inbox">Where it is passed on to.</param>
/// <param name="stands">Called once the session stands, before anybody hears of it.</param>
/// <param name="time">The machine's clock.</param>
/// <param name="logger">Hears of it.</param>
internal sealed partial class GatewayDispatches(GatewaySession session, GatewayInbox inbox, Action stands, TimeProvider time, ILogger logger)
{
    /// <summary>Passes on what was dispatched.</summary>
    public void Take(GatewayEnvelope envelope)
    {
        switch (envelope.T)
        {
            case "READY":
                var ready = envelope.D.Deserialize(DiscordJson.Shared.ReadyPayload)!;
                session.Begin(ready.SessionId, ready.ResumeGatewayUrl);
                stands();
                Log.GatewayReady(logger);
                if (ready.Application is { } application)
                {
                    inbox.Put(new GatewayEvent.Ready(application.Id, ready.User?.Id));
                }

                if (session.Rights.Begin(ready))
                {
                    inbox.Put(new GatewayEvent.RightsTouched());
                }

                break;
            case "RESUMED":
                session.Resumed();
                stands();
                Log.GatewayResumed(logger);
                break;
            case "INTERACTION_CREATE":
                TakeInteraction(envelope.D);
                break;
            default:
                if (session.Rights.Concerns(envelope.T, envelope.D))
                {
                    inbox.Put(new GatewayEvent.RightsTouched());
                }

                break;
        }
    }

    // One odd interaction must not cost the connection.
    private void TakeInteraction(JsonElement data)
    {
        try
        {
            if (data.Deserialize(DiscordJson.Shared.InteractionPayload) is { } interaction)
            {
                inbox.Put(new GatewayEvent.Interacted(interaction, time.GetTimestamp()));
            }
        }
        catch (JsonException exception)
        {
            Log.InteractionUnreadable(logger, exception.Path);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Connected to Discord.")]
        public static partial void GatewayReady(ILogger logger);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Resumed the session with Discord.")]
        public static partial void GatewayResumed(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "An interaction could not be read, at {Path}.")]
        public static partial void InteractionUnreadable(ILogger logger, string? path);
    }
}
