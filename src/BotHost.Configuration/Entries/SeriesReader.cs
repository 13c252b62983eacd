using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the series and the defaults that they give to their talks.</summary>
internal static class SeriesReader
{
    private static readonly ImmutableArray<string> Keys = ["name", "heading", "zone", "length", "campaign", "hashtags", "listed"];

    public static ImmutableDictionary<SeriesId, Series> ReadAll(ImmutableArray<Node.Pair> pairs, Names campaigns, FindingList findings) =>
        pairs.Select(pair => Read(pair, campaigns, findings)).OfType<Series>().ToImmutableDictionary(series => series.Id);

    public static ImmutableHashSet<string> WithoutCampaign(ImmutableArray<Node.Pair> pairs) =>
        [.. pairs.Where(pair => pair.Value is Node.Mapping mapping && !mapping.Pairs.Any(inner => inner is { Name: "campaign", Value.IsBlank: false })).Select(pair => pair.Key)];

    private static Series? Read(Node.Pair pair, Names campaigns, FindingList findings)
    {
        var id = findings.Parse(new Node.Scalar(pair.KeyWhere, pair.Key), "series", Forms.Id);
        if (Section.Open(pair.Value, "a series", findings, Keys) is not { } section)
        {
            return Identifier.IsValid(id) ? new Series { Id = new SeriesId(id!), Name = id! } : null;
        }

        var campaign = section.Find("campaign") is { } node ? campaigns.Resolve(node, "campaign", findings) : null;
        var series = new Series
        {
            Id = new SeriesId(id ?? "unnamed"),
            Name = section.Require("name", Forms.Line, "the name that members know") ?? pair.Key,
            Heading = section.Read("heading", Forms.Line),
            Zone = section.Read("zone", Forms.Zone),
            Length = section.Read("length", Forms.Length),
            Campaign = campaign is null ? null : new CampaignId(campaign),
            Hashtags = section.List("hashtags", Forms.Hashtag),
            Listed = section.Read("listed", Forms.Listed) ?? Listing.WhenAnnounced,
            Source = pair.KeyWhere,
            Written = section.Written,
        };
        return id is null ? null : series;
    }
}
