using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Entries;

/// <summary>What the reading of a talk depends on beside its own file.</summary>
internal sealed class TalkContext(MainFile main, Names people, ImmutableArray<TalkOverride> overrides) : IEquatable<TalkContext>
{
    public MainFile Main { get; } = main;

    public Names People { get; } = people;

    public ILookup<string, TalkOverride> Overrides { get; } = overrides.ToLookup(change => change.Talk.Value);

    private ImmutableArray<TalkOverride> All { get; } = overrides;

    /// <summary>The main file is the same object while its text is the same.</summary>
    public bool Equals(TalkContext? other) => ReferenceEquals(this, other) || (
        other is not null
        && ReferenceEquals(Main, other.Main)
        && (ReferenceEquals(People, other.People) || (People.Complete == other.People.Complete && People.Declared.SetEquals(other.People.Declared)))
        && All.AsSpan().SequenceEqual(other.All.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as TalkContext);

    public override int GetHashCode() => Main.GetHashCode();
}
