using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds series without talks and campaigns that nothing goes through.</summary>
public sealed class UnusedRule : ICatalogueRule
{
    private const string Campaign = "unused-campaign";
    private const string Series = "unused-series";

    public ImmutableArray<LintRule> Rules { get; } =
    [
        new(Campaign, Severity.Note, "No talk and no series goes by a campaign."),
        new(Series, Severity.Note, "A series has no talks."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        var campaigns = catalogue.Talks.Values.Select(talk => talk.Campaign).Concat(catalogue.Series.Values.Select(series => series.Campaign)).ToHashSet();
        var series = catalogue.Talks.Values.Select(talk => talk.Series).ToHashSet();
        return
        [
            .. catalogue.Campaigns.Values.Where(campaign => !campaigns.Contains(campaign.Id)).Select(campaign => new Finding(
                Severity.Note, campaign.Source, Campaign, $"nothing goes by the campaign '{campaign.Id}'", $"name it in a series or a talk, as campaign: {campaign.Id}, or take it out")),
            .. catalogue.Series.Values.Where(one => !series.Contains(one.Id)).Select(one => new Finding(
                Severity.Note, one.Source, Series, $"no talk is of the series '{one.Id}'", $"write series: {one.Id} in a talk, or take it out")),
        ];
    }
}
