using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Talks;

/// <summary>Everything that the organiser wrote, read, checked and frozen. Every reference in it resolves.</summary>
public sealed record TalkCatalogue
{
    public required Community Community { get; init; }

    public ImmutableDictionary<SeriesId, Series> Series { get; init; } = ImmutableDictionary<SeriesId, Series>.Empty;

    public ImmutableDictionary<TalkId, Talk> Talks { get; init; } = ImmutableDictionary<TalkId, Talk>.Empty;

    public ImmutableDictionary<PersonId, Person> People { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    /// <summary>In the order of the config.</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    public ImmutableDictionary<CampaignId, Campaign> Campaigns { get; init; } = ImmutableDictionary<CampaignId, Campaign>.Empty;

    public ImmutableArray<ModeratorRules> Moderators { get; init; } = [];

    /// <summary>The organiser's own templates; whatever has none is told by the built-in ones.</summary>
    public ImmutableArray<TemplateFile> Templates { get; init; } = [];

    /// <summary>The sample series: <c>run</c> refuses it, <c>sandbox</c> plays it.</summary>
    public bool IsSample { get; init; }

    public Series SeriesOf(Talk talk) => Series[talk.Series];

    public Campaign? CampaignOf(Talk talk) => talk.Campaign is { } id ? Campaigns[id] : null;

    /// <summary>The steps that a talk goes through; digests belong to its series.</summary>
    public IEnumerable<Step> StepsOf(Talk talk) => CampaignOf(talk)?.Steps.Where(step => step.Kind is not StepKind.Digest) ?? [];

    /// <summary>The channels that this talk goes to by itself, in the order of the config; one that posts its languages separately as one face for each of them.</summary>
    public IEnumerable<Channel> ChannelsOf(Talk talk) => Channels.Where(channel => !channel.IsTest && channel.Takes(talk)).SelectMany(channel => channel.Faces);

    public ModeratorRules ModeratorsOn(PlatformId platform) =>
        Moderators.FirstOrDefault(rules => rules.Platform == platform) ?? ModeratorRules.Nobody(platform);
}
