using System.Globalization;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The other side of the port: it remembers every message that it took, and fails as it is told to.</summary>
internal sealed class RecordingPlatform(string id, TimeSpan? discardsRepeatsFor = null) : IChatPlatform
{
    private readonly Lock _gate = new();
    private readonly List<(string Text, string RepeatKey)> _taken = [];
    private readonly List<(string Receipt, string Text)> _edits = [];
    private readonly List<string> _pins = [];

    public event Action? StateChanged;

    public event Action? RightsChanged;

    public PlatformId Id { get; } = new(id);

    public PlatformAbilities Abilities => new(discardsRepeatsFor, PrivateReplies: true, CanEdit: true, CanLookUp: discardsRepeatsFor is not null)
    {
        Ornaments = [EffectKind.Pin, EffectKind.Unpin, EffectKind.Publish, .. Calendar is null ? Array.Empty<EffectKind>() : [EffectKind.Event, EffectKind.Thread]],
    };

    /// <summary>Its events and threads; null: it has none.</summary>
    public RecordingCalendar? Calendar { get; init; }

    public PlatformState State { get; private set; } = new PlatformState.Usable();

    /// <summary>Decides what becomes of each message; the default takes it.</summary>
    public Func<SendOrder, Outcome>? Answer { get; set; }

    /// <summary>Everything taken, in order: the first line of the body.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_gate)
            {
                return [.. _taken.Select(message => message.Text)];
            }
        }
    }

    /// <summary>Decides what becomes of each edit; the default takes it.</summary>
    public Func<EditOrder, Outcome>? EditAnswer { get; set; }

    /// <summary>Every edit taken, in order: which message (counted from 1), and what it says since.</summary>
    public IReadOnlyList<(string Receipt, string Text)> Edits
    {
        get
        {
            lock (_gate)
            {
                return [.. _edits];
            }
        }
    }

    /// <summary>Says how long a post may be before it is too long; the default is any.</summary>
    public int MostText { get; set; } = int.MaxValue;

    /// <summary>Makes the payload; the default is the lead.</summary>
    public Func<Post, string> Words { get; set; } = post => PlainText.Of(post.Lead, "en");

    /// <summary>Makes the further messages of a post; the default is none.</summary>
    public Func<Post, IEnumerable<string>> Following { get; set; } = _ => [];

    /// <summary>What was pinned (+) and unpinned (-), in order.</summary>
    public IReadOnlyList<string> Pins => _pins;

    /// <summary>Decides what becomes of each pin; the default takes it.</summary>
    public Func<string, Outcome>? PinAnswer { get; set; }

    /// <summary>What becomes of what follows a post; null: it is taken.</summary>
    public Func<EffectKind, Outcome?>? OrnamentAnswer { get; set; }

    public void Become(PlatformState state)
    {
        State = state;
        StateChanged?.Invoke();
    }

    /// <summary>The buttons of the post that was rendered last.</summary>
    public IReadOnlyList<ActionButton> LastActions { get; private set; } = [];

    /// <summary>The buttons of every post that was rendered, in order.</summary>
    public List<ActionButton> AllActions { get; } = [];

    /// <summary>The text of the post that was rendered last.</summary>
    public RichText LastBody { get; private set; } = RichText.Empty;

    public RenderResult Render(Post post, Channel channel)
    {
        LastActions = post.Actions;
        AllActions.AddRange(post.Actions);
        LastBody = post.Body;
        var text = Words(post);
        return text.Length <= MostText ? new RenderResult.Fits([text, .. Following(post)]) : new RenderResult.TooLong("text", text.Length, MostText);
    }

    /// <summary>What happens while a message waits for its turn.</summary>
    public Action? InTurn { get; set; }

    public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken)
    {
        InTurn?.Invoke();
        return ValueTask.FromResult<Turn>(new Turn.Granted());
    }

    /// <summary>Decides it later: until then the message is on its way. The answer of null takes it.</summary>
    public Func<SendOrder, Task<Outcome?>>? AnswerLater { get; set; }

    public async Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken) =>
        (AnswerLater is { } later ? await later(order) : Answer?.Invoke(order)) ?? new Outcome.Sent(Take(order));

    public Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken)
    {
        var outcome = EditAnswer?.Invoke(order);
        if (outcome is null)
        {
            Change(order);
            outcome = new Outcome.Sent(order.Receipt);
        }

        return Task.FromResult(outcome);
    }

    public void Change(EditOrder order)
    {
        lock (_gate)
        {
            _edits.Add((order.Receipt, order.Payload));
        }
    }

    /// <summary>As a platform that discards repeats would: the same key is there once. Returns the message's receipt.</summary>
    public string Take(SendOrder order)
    {
        lock (_gate)
        {
            var at = discardsRepeatsFor is null ? -1 : _taken.FindIndex(message => message.RepeatKey == order.RepeatKey);
            if (at < 0)
            {
                _taken.Add((order.Payload, order.RepeatKey));
                at = _taken.Count - 1;
            }

            return (at + 1).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A thread has a name; an event has a start, too.</summary>
    public string? RenderOrnament(EffectKind kind, TalkCard card, Channel channel) => (kind, card.Start) switch
    {
        (EffectKind.Thread, _) => card.Title,
        (EffectKind.Event, { } start) => $"{card.Title} {start:uuuu-MM-dd HH:mm}",
        _ => null,
    };

    public Task<Outcome> AdornAsync(OrnamentOrder order, CancellationToken cancellationToken)
    {
        if (order.Kind is EffectKind.Event or EffectKind.Thread && Calendar is { } calendar)
        {
            return Task.FromResult(calendar.Do(order));
        }

        _pins.Add($"{order.Kind switch { EffectKind.Pin => "+", EffectKind.Unpin => "-", var other => $"{other} " }}{order.Receipt}");
        return Task.FromResult(OrnamentAnswer?.Invoke(order.Kind) is { } answer ? answer : order.Kind is EffectKind.Pin && PinAnswer?.Invoke(order.Receipt) is { } outcome ? outcome : new Outcome.Sent(order.Receipt));
    }

    /// <summary>What the platform's clock says; an answer of null: it does not answer. The rig's platforms agree with the rig's machine.</summary>
    public Func<Instant?>? Time { get; set; }

    public Task<Instant?> AskTimeAsync(CancellationToken cancellationToken) => Task.FromResult(Time?.Invoke());

    /// <summary>Finds a message for whoever asks; the default has no history.</summary>
    public Func<LookUpOrder, LookUp>? History { get; set; }

    public Task<LookUp> LookUpAsync(LookUpOrder order, CancellationToken cancellationToken) =>
        Task.FromResult(History?.Invoke(order) ?? new LookUp.Unreadable("no history"));

    /// <summary>The private chats that are open, by user.</summary>
    public Dictionary<string, ChannelAddress> PrivateChats { get; } = [];

    public Task<PrivateChat> OpenPrivateChatAsync(string userId, CancellationToken cancellationToken) => Task.FromResult<PrivateChat>(
        PrivateChats.TryGetValue(userId, out var address) ? new PrivateChat.Open(address) : new PrivateChat.Closed("the person never wrote to the bot"));

    public void ChangeRights() => RightsChanged?.Invoke();

    public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken) =>
        ValueTask.FromResult(true);
}
