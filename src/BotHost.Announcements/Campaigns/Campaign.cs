using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Campaigns;

/// <summary>A named list of steps that a talk goes through.</summary>
public sealed record Campaign(CampaignId Id, ImmutableArray<Step> Steps)
{
    public SourceSpan Source { get; init; } = SourceSpan.None;
}
