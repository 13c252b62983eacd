using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Files;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Entries;

/// <summary>Reads one talk from one file, with the defaults of series and community filled in.</summary>
internal sealed class TalkReader(TalkContext context, IMarkdownReader markdown)
{
    private static readonly Duration DefaultLength = Duration.FromMinutes(90);

    private readonly FindingList _findings = new();
    private readonly MainFile _main = context.Main;

    public static TalkEntry Read(SourceFile file, TalkContext context, IMarkdownReader markdown) => new TalkReader(context, markdown).Read(file);

    private TalkEntry Read(SourceFile file) =>
        YamlTree.Read(file, _findings) is { } root
        && Section.Open(OverriddenTalk.Apply(root, context.Overrides, _findings), "a talk", _findings, Shapes.Talk) is { } section
            ? Read(section)
            : new TalkEntry(null, null, new SourceSpan(file.Path, 1, 1), _findings);

    private TalkEntry Read(Section section)
    {
        _findings.Ignored.Read(section, _findings);
        var language = section.Read("language", Forms.Language) ?? _main.Community.Languages[0];
        var id = section.Require("id", Forms.Id, IdExample.Of(section.Where.File, "asian-talk-176"));
        var seriesName = section.Require("series", "the id of one of the series in bothost.yaml") is { } node
            ? _main.SeriesNames.Resolve(node, "series", _findings)
            : null;
        var series = seriesName is null ? null : _main.Series[new SeriesId(seriesName)];
        var title = section.Require("title", Forms.Line, "the title as it shall be shown");
        var zone = section.Read("zone", Forms.Zone) ?? series?.Zone ?? _main.Community.Zone;
        var start = section.Require("start", StartReader.Example) is { } startNode ? StartReader.Read(startNode, zone, _findings) : null;
        var talk = new Talk
        {
            Id = new TalkId(id ?? "unnamed"),
            PreviousIds = ReadPreviousIds(section),
            Series = series?.Id ?? new SeriesId("unnamed"),
            Number = section.Read("number", Forms.Line),
            Title = title ?? "",
            Subtitle = section.Read("subtitle", Forms.Line),
            Summary = ProseReader.Read(section, "summary", markdown, _findings),
            Start = start ?? new TalkStart.ToBeAnnounced(null),
            Zone = zone,
            Length = EndReader.Read(section, start, _findings) ?? series?.Length ?? DefaultLength,
            Place = section.Find("place") is { } place ? PlaceReader.Read(place, _findings) : series?.Place,
            Online = section.Find("online") is { } online ? OnlineReader.Read(online, start, zone, _findings) : null,
            People = TalkPeopleReader.Read(section, context.People, _findings),
            Links = LinkReader.ReadAll(section, _findings),
            Language = language,
            Image = section.Find("image") is { } image ? PictureReader.Read(image, "image", _findings) : null,
            Translations = new TranslationReader(markdown, _findings).OfTalk(section, language),
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

        return id is null
            ? new TalkEntry(null, null, section.Where, _findings)
            : new TalkEntry(isWhole ? talk : null, talk.Id, section.Find("id")!.Where, _findings);
    }

    private ImmutableArray<TalkId> ReadPreviousIds(Section section)
    {
        var nodes = section.Find("previous_id") switch
        {
            null => [],
            Node.Sequence several => several.Items,
            var one => [one],
        };
        return [.. nodes.Select(node => _findings.Parse(node, "previous_id", Forms.Id)).OfType<string>().Distinct().Select(id => new TalkId(id))];
    }

    private void WarnOfNoChannel(Talk talk)
    {
        if (!_main.Channels.IsEmpty && !_main.Channels.Any(channel => channel.Takes(talk)))
        {
            _findings.Warning(talk.Source, "no-channel-takes-it", $"no channel takes talks of the series '{talk.Series}'", "add the series to a channel");
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
            _findings.Error(section.Find("announce")!.Where, "announced-too-late", "the talk would be announced after its start", "choose an earlier time, or check the start");
        }

        return announce;
    }

    private CampaignId? ReadCampaign(Section section, Series? series)
    {
        if (section.Find("campaign") is { } node)
        {
            var isNone = node is Node.Scalar { Text: CampaignReader.NoCampaign };
            return !isNone && _main.CampaignNames.Resolve(node, "campaign", _findings) is { } name ? new CampaignId(name) : null;
        }

        if (series is not null && _main.SeriesWithoutCampaign.Contains(series.Id.Value))
        {
            _findings.Warning(section.Where, "no-campaign", "the talk has no campaign: nothing goes out by itself", $"give the talk or its series a campaign, or write campaign: {CampaignReader.NoCampaign}");
        }

        return series?.Campaign;
    }
}
