using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the series and the defaults that they give to their talks.</summary>
internal sealed class SeriesReader(IMarkdownReader markdown, Names campaigns, FindingList findings)
{
    public ImmutableDictionary<SeriesId, Series> ReadAll(ImmutableArray<Node.Pair> pairs) =>
        pairs.Select(Read).OfType<Series>().ToImmutableDictionary(series => series.Id);

    public static ImmutableHashSet<string> WithoutCampaign(ImmutableArray<Node.Pair> pairs) =>
        [.. pairs.Where(pair => pair.Value is Node.Mapping mapping && !mapping.Pairs.Any(inner => inner is { Name: "campaign", Value.IsBlank: false })).Select(pair => pair.Key)];

    private Series? Read(Node.Pair pair)
    {
        var id = findings.Parse(new Node.Scalar(pair.KeyWhere, pair.Key), "series", Forms.Id);
        if (Section.Open(pair.Value, "a series", findings, Shapes.Series) is not { } section)
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
            Place = section.Find("place") is { } place ? PlaceReader.Read(place, findings) : null,
            Length = section.Read("length", Forms.Length),
            Campaign = campaign is null ? null : new CampaignId(campaign),
            Hashtags = section.List("hashtags", Forms.Hashtag),
            Listed = section.Read("listed", Forms.Listed) ?? Listing.WhenAnnounced,
            Translations = new TranslationReader(markdown, findings).OfSeries(section),
            Source = pair.KeyWhere,
            Written = section.Written,
        };
        return id is null ? null : series;
    }
}
