using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;
using BotHost.Telegram.Rendering;

namespace BotHost.Telegram;

/// <summary>The port's implementation: rendering, the gate, one send, and who moderates.</summary>
internal sealed class TelegramPlatform : IChatPlatform
{
    private readonly BotApiClient _api;
    private readonly BotStanding _standing;
    private readonly RateGate _gate;
    private readonly ModeratorCheck _moderators;

    public TelegramPlatform(BotApiClient api, BotStanding standing, RateGate gate, ModeratorCheck moderators)
    {
        _api = api;
        _standing = standing;
        _gate = gate;
        _moderators = moderators;
        _standing.Changed += () => StateChanged?.Invoke();
    }

    public event Action? StateChanged;

    public static PlatformId PlatformId { get; } = new("telegram");

    public PlatformId Id => PlatformId;

    /// <summary>A send carries no key by which a repeat could be known, and an answer in a group is seen by the group.</summary>
    public PlatformAbilities Abilities { get; } = new(DiscardsRepeatsFor: null, PrivateReplies: false, CanEdit: true);

    public PlatformState State => _standing.State;

    public RenderResult Render(Post post, Channel channel) => PostRenderer.Render(post, channel);

    public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken) =>
        _gate.WaitAsync(target.Id, cancellationToken);

    public async Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken)
    {
        return Unusable() is { } unusable
            ? unusable
            : Learn(order.Target, OutcomeTable.Classify(await _api.CallAsync("sendMessage", order.Payload, cancellationToken)));
    }

    public async Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken)
    {
        if (Unusable() is { } unusable)
        {
            return unusable;
        }

        if (EditedMessage.TryWrite(order) is not { } edit)
        {
            return new Outcome.Rejected(RejectionScope.Message, $"message '{order.Receipt}' cannot be named in an edit", "report this as a fault of the bot");
        }

        if (await _gate.WaitAsync(order.Target.Id, cancellationToken) is Turn.ComeBack back)
        {
            return new Outcome.Deferred(back.After, "the rate limit of this chat");
        }

        return Learn(order.Target, OutcomeTable.ClassifyEdit(await _api.CallAsync("editMessageText", edit, cancellationToken), order.Receipt));
    }

    public Task<Outcome> PinAsync(ChannelAddress target, string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome>(new Outcome.NotSent("pinning is not built"));

    public Task<Outcome> UnpinAsync(ChannelAddress target, string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome>(new Outcome.NotSent("pinning is not built"));

    public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken) =>
        _moderators.IsModeratorAsync(author, place, rules, cancellationToken);

    private Outcome? Unusable() => _standing.State switch
    {
        PlatformState.NotConfigured missing => new Outcome.NotSent($"{missing.Setting} missing"),
        PlatformState.Refused refused => new Outcome.Rejected(RejectionScope.Bot, refused.Reason, refused.Remedy),
        _ => null,
    };

    private Outcome Learn(ChannelAddress target, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Deferred deferred:
                _gate.Close(target.Id, deferred.After);
                break;
            case Outcome.Rejected { Scope: RejectionScope.Bot } rejected:
                _standing.Refuse(rejected.Reason, rejected.Remedy);
                break;
        }

        return outcome;
    }
}
