using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;

namespace BotHost.Announcements.Platforms;

/// <summary>A place where people chat: the narrow port that every platform room implements.</summary>
public interface IChatPlatform
{
    PlatformId Id { get; }

    PlatformAbilities Abilities { get; }

    PlatformState State { get; }

    /// <summary>Raised after <see cref="State"/> changed; handlers only signal, they do no work.</summary>
    event Action? StateChanged;

    /// <summary>Pure: the same post and channel give the same payloads, each inside every limit of the platform.</summary>
    RenderResult Render(Post post, Channel channel);

    /// <summary>Waits for a slot of the rate gate. Nothing is recorded as sending while it queues.</summary>
    ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken);

    /// <summary>Tries a create exactly once and says what became of it. It never repeats by itself.</summary>
    Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Tries once to make a message that the bot sent say something else; it pings nobody, whatever the payload says.
    /// An edit is idempotent: an <see cref="Outcome.Unknown"/> one is simply repeated.
    /// </summary>
    /// <remarks>It waits for its slot of the rate gate itself; where that is far off, the outcome is <see cref="Outcome.Deferred"/>.</remarks>
    Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken);

    /// <summary>Tries once to pin a message of the bot's, without a sound. Idempotent: the outcome of a message that is pinned already is <see cref="Outcome.Sent"/> as well.</summary>
    Task<Outcome> PinAsync(ChannelAddress target, string receipt, CancellationToken cancellationToken);

    /// <summary>Tries once to unpin a message of the bot's; one that is not pinned, or is gone, counts as done.</summary>
    Task<Outcome> UnpinAsync(ChannelAddress target, string receipt, CancellationToken cancellationToken);

    /// <summary>Whether this person moderates by these rules, at this moment, in the place where they speak.</summary>
    ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken);
}
