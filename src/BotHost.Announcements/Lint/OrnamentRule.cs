using System.Collections.Immutable;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds the wishes of a channel that its platform cannot carry out.</summary>
public sealed class OrnamentRule(PlatformDirectory platforms) : ICatalogueRule
{
    private const string Name = "no-such-ornament";

    private static readonly ImmutableArray<(string Key, EffectKind Kind, Func<Channel, bool> IsWished)> Wishes =
    [
        ("pin", EffectKind.Pin, channel => channel.Pin),
        ("publish", EffectKind.Publish, channel => channel.Publish),
        ("event", EffectKind.Event, channel => channel.OpensEvent),
        ("discussion_thread", EffectKind.Thread, channel => channel.OpensThread),
    ];

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Note, "A channel asks for something to follow its posts that its platform does not have.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
        from channel in catalogue.Channels
        where platforms.Find(channel.Platform) is not null
        let has = platforms.Find(channel.Platform)!.Abilities.Ornaments
        from wish in Wishes
        where wish.IsWished(channel) && !has.Contains(wish.Kind)
        select new Finding(Severity.Note, channel.Written.Where(wish.Key), Name, $"'{wish.Key}' does nothing on {channel.Platform}", "take it out");
}
