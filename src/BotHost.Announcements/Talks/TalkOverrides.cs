using System.Collections.Immutable;

namespace BotHost.Announcements.Talks;

/// <summary>The moderators' changes that the ledger holds; whoever reads the files lays them over.</summary>
public sealed class TalkOverrides
{
    private volatile ImmutableArrayBox _all = new([]);

    public ImmutableArray<TalkOverride> All => _all.Value;

    public void Replace(IEnumerable<TalkOverride> overrides) => _all = new ImmutableArrayBox([.. overrides]);

    // An array is a struct, which cannot be volatile itself.
    private sealed record ImmutableArrayBox(ImmutableArray<TalkOverride> Value);
}
