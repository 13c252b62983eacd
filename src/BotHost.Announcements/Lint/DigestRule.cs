using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds digests that never go out: it is series that send them, and not the talks that name a campaign by themselves.</summary>
public sealed class DigestRule : ICatalogueRule
{
    private const string Name = "digest-without-series";

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Warning, "A campaign has a digest, and no series goes by it: the digest never goes out.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        var ofSeries = catalogue.Series.Values.Select(series => series.Campaign).ToHashSet();
        return
            from campaign in catalogue.Campaigns.Values
            let digest = campaign.Steps.FirstOrDefault(step => step.Kind is StepKind.Digest)
            where digest is not null && !ofSeries.Contains(campaign.Id)
            select new Finding(
                Severity.Warning,
                campaign.Source,
                Name,
                $"the digest '{digest.Id}' never goes out, for no series goes by the campaign '{campaign.Id}'",
                $"write campaign: {campaign.Id} in a series, or move the step into the campaign of one");
    }
}
