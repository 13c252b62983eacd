using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;
using BotHost.Telegram.Rendering;
using NodaTime;

namespace BotHost.Telegram;

/// <summary>The port's implementation: rendering, the gate, one try of each call, and who moderates.</summary>
internal sealed class TelegramPlatform : IChatPlatform
{
    private readonly BotApiClient _api;
    private readonly MessageSender _sender;
    private readonly MessageEditor _editor;
    private readonly MessagePinner _pinner;
    private readonly BotStanding _standing;
    private readonly RateGate _gate;
    private readonly PrivateChatLookup _privateChats;
    private readonly ModeratorCheck _moderators;

    public TelegramPlatform(
        BotApiClient api,
        MessageSender sender,
        MessageEditor editor,
        MessagePinner pinner,
        BotStanding standing,
        RateGate gate,
        PrivateChatLookup privateChats,
        ModeratorCheck moderators)
    {
        _api = api;
        _sender = sender;
        _editor = editor;
        _pinner = pinner;
        _standing = standing;
        _gate = gate;
        _privateChats = privateChats;
        _moderators = moderators;
        _standing.Changed += () => StateChanged?.Invoke();
        _standing.RightsChanged += () => RightsChanged?.Invoke();
    }

    public event Action? StateChanged;

    public event Action? RightsChanged;

    public static PlatformId PlatformId { get; } = new("telegram");

    public PlatformId Id => PlatformId;

    /// <summary>A send carries no key by which a repeat could be known, and an answer in a group is seen by the group.</summary>
    public PlatformAbilities Abilities { get; } = new(DiscardsRepeatsFor: null, PrivateReplies: false, CanEdit: true) { Ornaments = [EffectKind.Pin, EffectKind.Unpin] };

    public PlatformState State => _standing.State;

    public RenderResult Render(Post post, Channel channel) => PostRenderer.Render(post, channel);

    public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken) =>
        _gate.WaitAsync(target.Id, cancellationToken);

    public Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken) =>
        TryAsync(order.Target, () => _sender.SendAsync(order, cancellationToken));

    public Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken) =>
        TryAsync(order.Target, () => _editor.EditAsync(order, cancellationToken));

    public Task<Outcome> AdornAsync(OrnamentOrder order, CancellationToken cancellationToken) => order.Kind switch
    {
        EffectKind.Pin => TryAsync(order.Target, () => _pinner.PinAsync(order.Target, order.Receipt, cancellationToken)),
        EffectKind.Unpin => TryAsync(order.Target, () => _pinner.UnpinAsync(order.Target, order.Receipt, cancellationToken)),
        var other => Task.FromResult<Outcome>(new Outcome.Rejected(
            RejectionScope.Message, $"on Telegram a post can be pinned and unpinned, and there is no {other}", "take the wish out of the channel")),
    };

    public async Task<PrivateChat> OpenPrivateChatAsync(string userId, CancellationToken cancellationToken) => _standing.State switch
    {
        PlatformState.NotConfigured missing => new PrivateChat.Closed($"{missing.Setting} missing"),
        PlatformState.Refused refused => new PrivateChat.Closed(refused.Reason),
        _ => await _privateChats.FindAsync(userId, cancellationToken),
    };

    public async Task<Instant?> AskTimeAsync(CancellationToken cancellationToken)
    {
        var time = _standing.IsUsable ? await _api.AskTimeAsync(cancellationToken) : null;
        cancellationToken.ThrowIfCancellationRequested();
        return time;
    }

    public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken) =>
        _moderators.IsModeratorAsync(author, place, rules, cancellationToken);

    private async Task<Outcome> TryAsync(ChannelAddress target, Func<Task<Outcome>> call) => Unusable() ?? Learn(target, await call());

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
