using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Keeps what a rule found in a talk that it judges by itself alone; a reload keeps the talks that did not change, and so does this.</summary>
internal sealed class KeptFindings(Func<Talk, IEnumerable<Finding>> check)
{
    private readonly ConditionalWeakTable<Talk, StrongBox<ImmutableArray<Finding>>> _kept = [];

    public ImmutableArray<Finding> Of(Talk talk) => _kept.GetValue(talk, unseen => new([.. check(unseen)])).Value;
}
