using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>What <c>bothost.yaml</c> says.</summary>
internal sealed record MainFile(
    bool IsSample,
    Community Community,
    ImmutableDictionary<SeriesId, Series> Series,
    ImmutableDictionary<CampaignId, Campaign> Campaigns,
    ImmutableArray<Channel> Channels,
    ImmutableArray<ModeratorRules> Moderators,
    Names SeriesNames,
    Names CampaignNames)
{
    /// <summary>What is wrong with the file.</summary>
    public FindingList Findings { get; init; } = new();

    /// <summary>Names of series that do not even try to name a campaign; one that is misspelt is a mistake of its own.</summary>
    public ImmutableHashSet<string> SeriesWithoutCampaign { get; init; } = [];
}
