using BotHost.Discord.Interactions;

namespace BotHost.Discord.Gateway;

/// <summary>What the receive loop hands on.</summary>
internal abstract record GatewayEvent
{
    private GatewayEvent()
    {
    }

    public sealed record Ready(string ApplicationId) : GatewayEvent;

    /// <param name="Interaction">What somebody did.</param>
    /// <param name="ReceivedAt">A timestamp of the machine clock.</param>
    public sealed record Interacted(InteractionPayload Interaction, long ReceivedAt) : GatewayEvent;
}
