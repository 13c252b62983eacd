using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Files;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Entries;

/// <summary>Reads <c>bothost.yaml</c>. What is broken is reported and replaced, so that the talks can be checked all the same.</summary>
internal static class MainFileReader
{
    private static readonly Community Unknown = new("?", DateTimeZone.Utc, ["en"]);

    public static MainFile Read(SourceFile file, IMarkdownReader markdown)
    {
        var findings = new FindingList();
        var root = YamlTree.Read(file, findings);
        if (root is null || Section.Open(root, "bothost.yaml", findings, Shapes.Main) is not { } section)
        {
            var nothing = NamesOf([], complete: false, "series");
            return new MainFile(false, Unknown, ImmutableDictionary<SeriesId, Series>.Empty, CampaignReader.None, [], [], nothing, nothing) { Findings = findings };
        }

        findings.Ignored.ReadForAll(section, findings);
        var (community, zones) = section.Require("community", "with name, zone and languages below it") is { } node ? ReadCommunity(node, findings) : (Unknown, []);
        var namedCampaigns = section.Named("campaigns");
        var campaignNames = NamesOf(namedCampaigns, complete: true, "campaign");
        var campaigns = CampaignReader.ReadAll(namedCampaigns, findings);
        var namedSeries = section.Named("series");
        var seriesNames = NamesOf(namedSeries, complete: true, "series");
        var series = new SeriesReader(markdown, campaignNames, findings).ReadAll(namedSeries);
        var channels = ChannelReader.ReadAll(section.Items("channels"), community, zones, seriesNames, findings);
        var moderators = ReadModerators(section, findings);
        WarnOfNoChannels(section, findings);
        return new MainFile(
            section.Read("sample", Forms.YesOrNo) ?? false, community, series, campaigns, channels, moderators, seriesNames, campaignNames)
        {
            Findings = findings,
            SeriesWithoutCampaign = SeriesReader.WithoutCampaign(namedSeries),
        };
    }

    private static (Community Community, ImmutableArray<ExtraZone> Zones) ReadCommunity(Node node, FindingList findings)
    {
        if (Section.Open(node, "the community", findings, Shapes.Community) is not { } section)
        {
            return (Unknown, []);
        }

        var name = section.Require("name", Forms.Line, "the name that members know") ?? Unknown.Name;
        var zone = section.Require("zone", Forms.Zone, "Europe/Berlin") ?? Unknown.Zone;
        var languages = section.Require("languages", "[en]") is null ? [] : section.List("languages", Forms.Language);
        return (new Community(name, zone, languages.IsEmpty ? Unknown.Languages : languages), ZonesReader.Read(section, [], findings));
    }

    private static Names NamesOf(ImmutableArray<Node.Pair> pairs, bool complete, string noun) =>
        new(noun, [.. pairs.Select(pair => pair.Key)], complete, $"add it to bothost.yaml under '{(noun == "series" ? noun : noun + "s")}'");

    private static ImmutableArray<ModeratorRules> ReadModerators(Section section, FindingList findings)
    {
        var isMapping = section.Find("moderators") is null or Node.Mapping;
        var pairs = section.Named("moderators");
        var moderators = ModeratorReader.ReadAll(pairs, findings);
        if (isMapping && moderators.Length == pairs.Length && moderators.All(ModeratorReader.NameNobody))
        {
            const string Text = "there are no moderators: nobody can trigger or correct announcements";
            TellOfNone(section.Find("moderators") is Node.Mapping { Pairs.IsEmpty: true } none ? none : null, section, findings, "no-moderators", Text, "name them under 'moderators'");
        }

        return moderators;
    }

    private static void WarnOfNoChannels(Section section, FindingList findings)
    {
        if (section.Find("channels") is null or Node.Sequence { Items.IsEmpty: true })
        {
            TellOfNone(section.Find("channels"), section, findings, "no-channels", "there are no channels: nothing can be posted", "list them under 'channels'");
        }
    }

    // Who writes "none" has decided so and is only reminded; who writes nothing may have forgotten.
    private static void TellOfNone(Node? none, Section section, FindingList findings, string rule, string text, string remedy)
    {
        if (none is null)
        {
            findings.Warning(section.Where, rule, text, remedy);
        }
        else
        {
            findings.Note(none.Where, rule, text, remedy);
        }
    }
}
