using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The other side of the port: it remembers every message that it took, and fails as it is told to.</summary>
internal sealed class RecordingPlatform(string id, TimeSpan? discardsRepeatsFor = null) : IChatPlatform
{
    private readonly Lock _gate = new();
    private readonly List<(string Text, string RepeatKey)> _taken = [];

    public event Action? StateChanged;

    public PlatformId Id { get; } = new(id);

    public PlatformAbilities Abilities { get; } = new(discardsRepeatsFor, PrivateReplies: true);

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

    public void Become(PlatformState state)
    {
        State = state;
        StateChanged?.Invoke();
    }

    /// <summary>The buttons of the post that was rendered last.</summary>
    public IReadOnlyList<ActionButton> LastActions { get; private set; } = [];

    /// <summary>The text of the post that was rendered last.</summary>
    public RichText LastBody { get; private set; } = RichText.Empty;

    public RenderResult Render(Post post, Channel channel)
    {
        LastActions = post.Actions;
        LastBody = post.Body;
        return new RenderResult.Fits([PlainText.Of(post.Lead, "en")]);
    }

    public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken) => ValueTask.FromResult<Turn>(new Turn.Granted());

    public Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken)
    {
        var outcome = Answer?.Invoke(order);
        if (outcome is null)
        {
            Take(order);
            outcome = new Outcome.Sent("1");
        }

        return Task.FromResult(outcome);
    }

    /// <summary>As a platform that discards repeats would: the same key is there once.</summary>
    public void Take(SendOrder order)
    {
        lock (_gate)
        {
            if (discardsRepeatsFor is null || _taken.All(message => message.RepeatKey != order.RepeatKey))
            {
                _taken.Add((order.Payload, order.RepeatKey));
            }
        }
    }

    public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken) =>
        ValueTask.FromResult(true);
}
