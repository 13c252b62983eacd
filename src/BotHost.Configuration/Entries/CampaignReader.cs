using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the campaigns: named lists of steps.</summary>
internal static class CampaignReader
{
    /// <summary>What a talk writes instead of a campaign's name if nothing shall go out by itself.</summary>
    public const string NoCampaign = "none";

    public static readonly ImmutableDictionary<CampaignId, Campaign> None = ImmutableDictionary<CampaignId, Campaign>.Empty;

    public static ImmutableDictionary<CampaignId, Campaign> ReadAll(ImmutableArray<Node.Pair> pairs, FindingList findings) =>
        pairs.Select(pair => Read(pair, findings)).OfType<Campaign>().ToImmutableDictionary(campaign => campaign.Id);

    private static Campaign? Read(Node.Pair pair, FindingList findings)
    {
        var id = findings.Parse(new Node.Scalar(pair.KeyWhere, pair.Key), "campaign", Forms.Id);
        if (id == NoCampaign)
        {
            findings.Error(pair.KeyWhere, "bad-id", "a campaign cannot be called 'none': talks say so if they have no campaign", "give it another name");
        }

        if (pair.Value is not Node.Sequence { Items: var items })
        {
            findings.WrongKind(pair.Value, "a campaign", "its steps, one a line: - { id: announce, kind: announcement, when: 21 days before at 10:00 }");
            items = [];
        }

        var steps = new Dictionary<string, Step>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (ReadStep(item, findings, out var where) is { } step && !steps.TryAdd(step.Id.Value, step))
            {
                findings.Error(where.Where, "id-twice", $"the campaign has two steps '{step.Id}'", "give each step an id of its own");
            }
        }

        return id is null ? null : new Campaign(new CampaignId(id), [.. steps.Values]) { Source = pair.KeyWhere };
    }

    private static Step? ReadStep(Node item, FindingList findings, out Node where)
    {
        where = item;
        if (Section.Open(item, "a step", findings, Shapes.Step) is not { } section)
        {
            return null;
        }

        where = section.Find("id") ?? item;
        var id = section.Require("id", Forms.Id, "announce");
        var kind = section.Require("kind", Forms.Kind, "announcement, reminder, starting or thanks");
        var when = section.Require("when", Forms.When, "7 days before at 10:00");
        var mentions = section.Read("mention", Forms.YesOrNo) ?? false;
        var template = section.Read("template", Forms.Template);
        var late = section.Read("late", Forms.Lateness);
        var approval = section.Read("approval", Forms.Approval) ?? false;
        if (id is null || kind is not { } known || when is null || !Agree(known, when, section, findings))
        {
            return null;
        }

        return new Step(new StepId(id), known, when, mentions)
        {
            Template = template,
            Lateness = late,
            NeedsApproval = approval,
        };
    }

    /// <summary>A digest comes again and again, and nothing else does.</summary>
    private static bool Agree(StepKind kind, StepTime when, Section section, FindingList findings)
    {
        if (kind is StepKind.Digest == when is StepTime.Recurring)
        {
            return true;
        }

        var where = section.Find("when")!.Where;
        if (kind is StepKind.Digest)
        {
            findings.Error(where, "digest-time", "a digest belongs to no single talk, so it cannot count from one", "write when: cron 0 10 * * MON, which is every Monday at 10:00");
        }
        else
        {
            findings.Error(where, "digest-time", "only a digest comes again and again", "write kind: digest, or a time such as 7 days before at 10:00");
        }

        return false;
    }
}
