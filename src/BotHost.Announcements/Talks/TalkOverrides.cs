using System.Collections.Immutable;

namespace BotHost.Announcements.Talks;

/// <summary>The moderators' changes that the ledger holds; whoever reads the files lays them over.</summary>
public sealed class TalkOverrides
{
    private ImmutableArray<TalkOverride> _all = [];

    public ImmutableArray<TalkOverride> All => _all;

    public void Replace(IEnumerable<TalkOverride> overrides) => ImmutableInterlocked.InterlockedExchange(ref _all, [.. overrides]);
}
