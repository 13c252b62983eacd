using BotHost.Discord.Interactions;

namespace BotHost.Discord.Gateway;

/// <summary>What the receive loop hands on.</summary>
internal abstract record GatewayEvent
{
    private GatewayEvent()
    {
    }

    /// <param name="ApplicationId">Whose commands are to be known.</param>
    /// <param name="UserId">The bot's account, where the greeting names it.</param>
    public sealed record Ready(string ApplicationId, string? UserId = null) : GatewayEvent;

    /// <summary>What the bot may do somewhere may have changed.</summary>
    public sealed record RightsTouched : GatewayEvent;

    /// <param name="Interaction">What somebody did.</param>
    /// <param name="ReceivedAt">A timestamp of the machine clock.</param>
    public sealed record Interacted(InteractionPayload Interaction, long ReceivedAt) : GatewayEvent;
}
