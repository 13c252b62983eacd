using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Events;
using BotHost.Discord.History;
using BotHost.Discord.Rendering;
using BotHost.Discord.Rest;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Discord;

/// <summary>Discord, as the heart sees it.</summary>
internal sealed partial class DiscordPlatform(
    DiscordToken token,
    DiscordClient client,
    RateGate gate,
    AttachedPictures pictures,
    MessageHistory history,
    PrivateChats privateChats,
    GuildEvents events,
    ILogger<DiscordPlatform> logger) : IChatPlatform
{
    public const string MissingSetting = "Discord__Token";

    // The platform promises "the past few minutes"; one minute is what the bot relies on.
    private static readonly TimeSpan RepeatsAreDiscarded = TimeSpan.FromSeconds(60);

    private volatile PlatformState _state = token.IsPresent ? new PlatformState.Usable() : new PlatformState.NotConfigured(MissingSetting);

    public event Action? StateChanged;

    public event Action? RightsChanged;

    public static PlatformId PlatformId { get; } = new("discord");

    public PlatformId Id => PlatformId;

    public PlatformAbilities Abilities { get; } = new(RepeatsAreDiscarded, PrivateReplies: true, CanEdit: true, CanLookUp: true)
    {
        Ornaments = [EffectKind.Pin, EffectKind.Unpin, EffectKind.Publish, EffectKind.Thread, EffectKind.Event],
    };

    public PlatformState State => _state;

    public RenderResult Render(Post post, Channel channel) => PostRenderer.Render(post, channel);

    public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken) =>
        gate.WaitAsync(CreateMessage.RouteKey, CreateMessage.ChannelOf(target), cancellationToken);

    public async Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken)
    {
        if (Unusable() is { } unusable)
        {
            return unusable;
        }

        var (call, refusal) = CreateMessage.TryBuild(order, out var malformed) is { } built
            ? await pictures.AddToAsync(built, cancellationToken)
            : (null, malformed);
        return call is null
            ? refusal!
            : Learn(CreateOutcomes.Classify(await client.SendAsync(call, cancellationToken), call.Major, call.Files));
    }

    public async Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken)
    {
        if (Unusable() is { } unusable)
        {
            return unusable;
        }

        var outcome = await EditAsync(order, withFiles: true, cancellationToken);
        if (outcome is not Outcome.Rejected { Scope: RejectionScope.Picture } refused)
        {
            return outcome;
        }

        // What the text corrects matters more than what is shown beside it.
        Log.PictureLeftAsItWas(logger, order.Receipt, order.Target, refused.Reason, refused.Remedy);
        return await EditAsync(order, withFiles: false, cancellationToken);
    }

    public string? RenderOrnament(EffectKind kind, TalkCard card, Channel channel) => kind switch
    {
        EffectKind.Thread => ThreadRenderer.Render(card),
        EffectKind.Event => EventRenderer.Render(card),
        _ => null,
    };

    public async Task<Outcome> AdornAsync(OrnamentOrder order, CancellationToken cancellationToken) => Unusable() ?? order.Kind switch
    {
        EffectKind.Pin => await PinAsync(HttpMethod.Put, order, cancellationToken),
        EffectKind.Unpin => await PinAsync(HttpMethod.Delete, order, cancellationToken),
        EffectKind.Publish => await PublishAsync(order, cancellationToken),
        EffectKind.Thread => await ThreadAsync(order, cancellationToken),
        EffectKind.Event => Learn(await events.AdornAsync(order, cancellationToken)),
        _ => new Outcome.Rejected(RejectionScope.Message, $"the bot cannot do this on Discord: {order.Kind}", "take the wish out of the channel in the config"),
    };

    public Task<LookUp> LookUpAsync(LookUpOrder order, CancellationToken cancellationToken) =>
        WhyUnusable() is { } reason ? Task.FromResult<LookUp>(new LookUp.NotNow(null, reason)) : history.FindAsync(order, cancellationToken);

    public Task<PrivateChat> OpenPrivateChatAsync(string userId, CancellationToken cancellationToken) =>
        WhyUnusable() is { } reason ? Task.FromResult<PrivateChat>(new PrivateChat.Closed(reason)) : privateChats.OpenAsync(userId, cancellationToken);

    public async Task<Instant?> AskTimeAsync(CancellationToken cancellationToken) =>
        _state is not PlatformState.NotConfigured
        && await gate.WaitAsync(AskTime.Call.RouteKey, AskTime.Call.Major, cancellationToken) is Turn.Granted
        && await client.SendAsync(AskTime.Call, cancellationToken) is RestAnswer.Replied { Date: { } date }
            ? date
            : null;

    public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken) =>
        ValueTask.FromResult(rules.Platform == PlatformId && DiscordModerators.Includes(author, place, rules));

    /// <summary>Remembers that the platform refused the bot; nothing is sent from here on.</summary>
    public void Refuse(string reason, string remedy)
    {
        if (_state is PlatformState.Refused)
        {
            return;
        }

        _state = new PlatformState.Refused(reason, remedy);
        Log.BotRefused(logger, reason, remedy);
        StateChanged?.Invoke();
    }

    /// <summary>Tells whoever waits for it that the bot may be allowed more, or less, than before.</summary>
    public void NoteRights() => RightsChanged?.Invoke();

    private async Task<Outcome> EditAsync(EditOrder order, bool withFiles, CancellationToken cancellationToken)
    {
        var (call, refusal) = EditMessage.TryBuild(order, withFiles, out var malformed) is { } built
            ? await pictures.AddToAsync(built, cancellationToken)
            : (null, malformed);
        return call is null
            ? refusal!
            : await InTurnAsync(call, "edits", answer => EditOutcomes.Classify(answer, call.Major, call.Files), cancellationToken);
    }

    private async Task<Outcome> PinAsync(HttpMethod method, OrnamentOrder order, CancellationToken cancellationToken) =>
        PinMessage.TryBuild(method, order.Target, order.Receipt, out var refusal) is { } call
            ? await InTurnAsync(call, "pins", answer => PinOutcomes.Classify(answer, call, order.Receipt), cancellationToken)
            : refusal!;

    private async Task<Outcome> PublishAsync(OrnamentOrder order, CancellationToken cancellationToken) =>
        PublishMessage.TryBuild(order.Target, order.Receipt, out var refusal) is { } call
            ? await InTurnAsync(call, "publishing", answer => PublishOutcomes.Classify(answer, call.Major, order.Receipt), cancellationToken)
            : refusal!;

    private async Task<Outcome> ThreadAsync(OrnamentOrder order, CancellationToken cancellationToken) =>
        ThreadCall.TryBuild(order, out var refusal) is { } call
            ? await InTurnAsync(
                call, "threads", answer => ThreadOutcomes.Classify(answer, order.Target.Id, order.Made ?? order.Receipt, isNew: order.Made is null), cancellationToken)
            : refusal!;

    private async Task<Outcome> InTurnAsync(RestCall call, string what, Func<RestAnswer, Outcome> classify, CancellationToken cancellationToken) =>
        await gate.WaitAsync(call.RouteKey, call.Major, cancellationToken) is Turn.ComeBack back
            ? new Outcome.Deferred(back.After, $"the rate limit of {what} in this channel")
            : Learn(classify(await client.SendAsync(call, cancellationToken)));

    private Outcome? Unusable() => _state switch
    {
        PlatformState.NotConfigured missing => new Outcome.NotSent($"{missing.Setting} is missing"),
        PlatformState.Refused refused => new Outcome.Rejected(RejectionScope.Bot, refused.Reason, refused.Remedy),
        _ => null,
    };

    private string? WhyUnusable() => _state switch
    {
        PlatformState.NotConfigured missing => $"{missing.Setting} is missing",
        PlatformState.Refused refused => $"Discord refused the bot: {refused.Reason}; {refused.Remedy}",
        _ => null,
    };

    private Outcome Learn(Outcome outcome)
    {
        if (outcome is Outcome.Rejected { Scope: RejectionScope.Bot } rejected)
        {
            Refuse(rejected.Reason, rejected.Remedy);
        }

        return outcome;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Discord refused the bot: {Reason}. Nothing more is sent there. Remedy: {Remedy}.")]
        public static partial void BotRefused(ILogger logger, string reason, string remedy);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Receipt} in {Target} is corrected but for its picture: {Reason}; {Remedy}")]
        public static partial void PictureLeftAsItWas(ILogger logger, string receipt, ChannelAddress target, string reason, string remedy);
    }
}
