using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using NodaTime;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>A platform on which these users moderate in the places that the rules name, and in private.</summary>
internal sealed class FakePlatform(PlatformId id) : IChatPlatform
{
    public event Action? StateChanged
    {
        add { }
        remove { }
    }

    public event Action? RightsChanged
    {
        add { }
        remove { }
    }

    public HashSet<string> Moderators { get; } = [];

    public Exception? Failure { get; set; }

    public PlatformId Id => id;

    public ImmutableArray<EffectKind> Ornaments { get; init; } = [];

    public PlatformAbilities Abilities => new(null, PrivateReplies: true) { Ornaments = Ornaments };

    public PlatformState State => new PlatformState.Usable();

    public RenderResult Render(Post post, Channel channel) => throw new NotSupportedException();

    public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>What its clock says; null: it does not answer.</summary>
    public Func<Instant?> Time { get; set; } = () => null;

    public int TimesAsked { get; private set; }

    public Task<Instant?> AskTimeAsync(CancellationToken cancellationToken)
    {
        TimesAsked++;
        return Task.FromResult(Time());
    }

    public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        Assert.Equal(id, author.Platform);
        Assert.Equal(id, rules.Platform);
        var counts = place.PlaceId is null || rules.PlaceOf(place.PlaceId) is not null;
        return ValueTask.FromResult(counts && Moderators.Contains(author.UserId));
    }
}
