using System.Collections.Immutable;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds channels and moderators on platforms that this program does not speak: nothing would ever reach them.</summary>
public sealed class PlatformRule(PlatformDirectory platforms) : ICatalogueRule
{
    private const string Name = "unknown-platform";

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Error, "A channel or moderators are on a platform that this program does not speak.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
    [
        .. catalogue.Channels.Where(channel => platforms.Find(channel.Platform) is null).Select(channel => Tell(channel.Written.Where("platform"), channel.Platform)),
        .. catalogue.Moderators.Where(rules => platforms.Find(rules.Platform) is null).Select(rules => Tell(rules.Written.Where(""), rules.Platform)),
    ];

    private Finding Tell(SourceSpan where, PlatformId platform)
    {
        var known = platforms.All.Select(one => one.Id.Value).Order(StringComparer.Ordinal).ToList();
        return new Finding(Severity.Error, where, Name, $"'{platform}' is no platform that this program speaks", $"write one of: {string.Join(", ", known)}");
    }
}
