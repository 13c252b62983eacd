using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using NodaTime;

namespace BotHost.Announcements.Platforms;

/// <summary>A place where people chat: the narrow port that every platform room implements.</summary>
public interface IChatPlatform
{
    PlatformId Id { get; }

    PlatformAbilities Abilities { get; }

    PlatformState State { get; }

    /// <summary>Raised after <see cref="State"/> changed; handlers only signal, they do no work.</summary>
    event Action? StateChanged;

    /// <summary>Raised when what the bot may do somewhere may have changed; handlers only signal. What was set aside is tried again.</summary>
    event Action? RightsChanged;

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

    /// <summary>
    /// Pure: the payload of a thread or an event for this talk, inside every limit of the platform; null where there is nothing to make,
    /// such as an event without a time.
    /// </summary>
    string? RenderOrnament(EffectKind kind, TalkCard card, Channel channel) => null;

    /// <summary>
    /// Tries an ornament once and says what became of it: <see cref="Outcome.Sent"/> names what was made or changed, and what is as wished already counts as done.
    /// </summary>
    /// <remarks>
    /// Repeating a pin, an unpin, a publishing or a change changes nothing; where a repeat would be seen, <see cref="OrnamentOrder.Repeats"/> asks to look first.
    /// What was taken away has an empty receipt: from then on there is none.
    /// </remarks>
    Task<Outcome> AdornAsync(OrnamentOrder order, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome>(new Outcome.Rejected(RejectionScope.Message, $"{Id} knows no {order.Kind}", "take the wish out of the channel"));

    /// <summary>Looks for a message whose sending was never answered. Asked only where <see cref="PlatformAbilities.CanLookUp"/>, and changes nothing.</summary>
    Task<LookUp> LookUpAsync(LookUpOrder order, CancellationToken cancellationToken) =>
        Task.FromResult<LookUp>(new LookUp.Unreadable($"{Id} shows no history to bots"));

    /// <summary>Where this person can be written to alone; the bot opens the chat where the platform lets it.</summary>
    Task<PrivateChat> OpenPrivateChatAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult<PrivateChat>(new PrivateChat.Closed($"{Id} has no private chats"));

    /// <summary>What time it is at the platform; null where it does not answer now. The smallest request that there is.</summary>
    Task<Instant?> AskTimeAsync(CancellationToken cancellationToken);

    /// <summary>Whether this person moderates by these rules, at this moment, in the place where they speak.</summary>
    ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken);
}
