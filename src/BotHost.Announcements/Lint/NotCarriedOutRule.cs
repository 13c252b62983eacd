using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Says honestly which wishes are read and not carried out yet.</summary>
public sealed class NotCarriedOutRule : ICatalogueRule
{
    private const string Name = "not-carried-out";

    private static readonly ImmutableArray<(string Key, Func<Channel, bool> IsWished)> Wishes =
    [
        ("publish", channel => channel.Publish),
        ("event", channel => channel.OpensEvent),
    ];

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Note, "A channel asks for what this version reads and does not do yet.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
        catalogue.Channels.SelectMany(channel => Wishes.Where(wish => wish.IsWished(channel)).Select(wish => Tell(channel.Written, wish.Key)));

    private static Finding Tell(ISourceMap written, string key) => new(
        Severity.Note, written.Where(key), Name, $"'{key}' is read, and this version does not carry it out yet", "leave it for a later version, or take it out");
}
