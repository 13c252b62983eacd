using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Files;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the talks, one file each, with the defaults of series and community filled in.</summary>
internal sealed class TalkReader(IMarkdownReader markdown, MainFile main, Names people, FindingList findings)
{
    private static readonly Duration DefaultLength = Duration.FromMinutes(90);

    private readonly Dictionary<TalkId, (Talk? Talk, Node Id)> _talks = [];

    public ImmutableDictionary<TalkId, Talk> ReadAll(ImmutableArray<SourceFile> files, ILookup<string, TalkOverride> overrides)
    {
        foreach (var file in files)
        {
            if (YamlTree.Read(file, findings) is { } root && Section.Open(OverriddenTalk.Apply(root, overrides, findings), "a talk", findings, Shapes.Talk) is { } section)
            {
                Read(section);
            }
        }

        return _talks.Values.Select(entry => entry.Talk).OfType<Talk>().ToImmutableDictionary(talk => talk.Id);
    }

    private void Read(Section section)
    {
        findings.Ignored.Read(section, findings);
        var language = section.Read("language", Forms.Language) ?? main.Community.Languages[0];
        var id = section.Require("id", Forms.Id, "asian-talk-176");
        var seriesName = section.Require("series", "the id of one of the series in bothost.yaml") is { } node
            ? main.SeriesNames.Resolve(node, "series", findings)
            : null;
        var series = seriesName is null ? null : main.Series[new SeriesId(seriesName)];
        var title = section.Require("title", Forms.Line, "the title as it shall be shown");
        var zone = section.Read("zone", Forms.Zone) ?? series?.Zone ?? main.Community.Zone;
        var start = section.Require("start", StartReader.Example) is { } startNode ? StartReader.Read(startNode, zone, findings) : null;
        var talk = new Talk
        {
            Id = new TalkId(id ?? "unnamed"),
            PreviousIds = ReadPreviousIds(section),
            Series = series?.Id ?? new SeriesId("unnamed"),
            Number = section.Read("number", Forms.Line),
            Title = title ?? "",
            Subtitle = section.Read("subtitle", Forms.Line),
            Summary = section.Read("summary", Forms.Prose) is { } summary ? markdown.Read(summary) : RichText.Empty,
            Start = start ?? new TalkStart.ToBeAnnounced(null),
            Zone = zone,
            Length = EndReader.Read(section, start, findings) ?? series?.Length ?? DefaultLength,
            Place = section.Find("place") is { } place ? PlaceReader.Read(place, findings) : series?.Place,
            Online = section.Find("online") is { } online ? OnlineReader.Read(online, start, zone, findings) : null,
            People = TalkPeopleReader.Read(section, people, findings),
            Links = LinkReader.ReadAll(section, findings),
            Language = language,
            Image = section.Find("image") is { } image ? PictureReader.Read(image, "image", findings) : null,
            Translations = new TranslationReader(markdown, findings).OfTalk(section, language),
            NeedsApproval = section.Read("approval", Forms.Approval) ?? false,
            Tags = section.List("tags", Forms.Line),
            Status = section.Read("status", Forms.Status) ?? TalkStatus.Draft,
            AnnounceAt = ReadAnnounce(section, start, zone),
            Campaign = ReadCampaign(section, series),
            Source = section.Where,
            Written = section.Written,
        };
        var isWhole = id is not null && series is not null && title is not null && start is not null;
        if (isWhole)
        {
            WarnOfNoChannel(talk);
        }

        if (id is not null)
        {
            Claim(talk.Id, isWhole ? talk : null, section.Find("id")!);
        }
    }

    private ImmutableArray<TalkId> ReadPreviousIds(Section section)
    {
        var nodes = section.Find("previous_id") switch
        {
            null => [],
            Node.Sequence several => several.Items,
            var one => [one],
        };
        return [.. nodes.Select(node => findings.Parse(node, "previous_id", Forms.Id)).OfType<string>().Distinct().Select(id => new TalkId(id))];
    }

    private void WarnOfNoChannel(Talk talk)
    {
        if (!main.Channels.IsEmpty && !main.Channels.Any(channel => channel.Takes(talk)))
        {
            findings.Warning(talk.Source, "no-channel-takes-it", $"no channel takes talks of the series '{talk.Series}'", "add the series to a channel");
        }
    }

    /// <summary>A broken talk has its id all the same: a second talk with that id is a mistake of its own.</summary>
    private void Claim(TalkId id, Talk? talk, Node idNode)
    {
        if (!_talks.TryAdd(id, (talk, idNode)))
        {
            findings.Error(idNode.Where, "id-twice", $"the talk id '{id}' is used twice, first in {_talks[id].Id.Where}", "give each talk an id of its own");
        }
    }

    private Instant? ReadAnnounce(Section section, TalkStart? start, DateTimeZone zone)
    {
        if (section.Read("announce", Forms.DateAndTime) is not { } local)
        {
            return null;
        }

        var announce = TalkStart.Resolve(local, zone);
        if (start?.Instant is { } begins && announce >= begins)
        {
            findings.Error(section.Find("announce")!.Where, "announced-too-late", "the talk would be announced after its start", "choose an earlier time, or check the start");
        }

        return announce;
    }

    private CampaignId? ReadCampaign(Section section, Series? series)
    {
        if (section.Find("campaign") is { } node)
        {
            var isNone = node is Node.Scalar { Text: CampaignReader.NoCampaign };
            return !isNone && main.CampaignNames.Resolve(node, "campaign", findings) is { } name ? new CampaignId(name) : null;
        }

        if (series is not null && main.SeriesWithoutCampaign.Contains(series.Id.Value))
        {
            findings.Warning(section.Where, "no-campaign", "the talk has no campaign: nothing goes out by itself", $"give the talk or its series a campaign, or write campaign: {CampaignReader.NoCampaign}");
        }

        return series?.Campaign;
    }
}
