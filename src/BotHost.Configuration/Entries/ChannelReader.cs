using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the channels. What an address or a mention may look like is for the platforms' own rules to say.</summary>
internal static class ChannelReader
{
    public static ImmutableArray<Channel> ReadAll(ImmutableArray<Node> items, Community community, ImmutableArray<ExtraZone> zones, Names series, FindingList findings)
    {
        var channels = ImmutableArray.CreateBuilder<Channel>();
        foreach (var item in items)
        {
            if (Read(item, community, zones, series, findings, out var idNode) is not { } channel)
            {
                continue;
            }

            if (channels.FirstOrDefault(other => other.Id == channel.Id) is { } sameId)
            {
                findings.Error(idNode.Where, "id-twice", $"the channel id '{channel.Id}' is used twice, first in line {sameId.Source.Line}", "give each channel an id of its own");
            }
            else if (channels.FirstOrDefault(other => Overlap(other, channel)) is { } sameAddress)
            {
                findings.Error(channel.Source, "address-twice", $"'{channel.Id}' leads to the same place as '{sameAddress.Id}', so posts would stand there twice", "keep one of them, or give them different series");
            }
            else
            {
                channels.Add(channel);
            }
        }

        return channels.ToImmutable();
    }

    private static bool Overlap(Channel one, Channel other) =>
        one.Address == other.Address && (one.Series.IsEmpty || other.Series.IsEmpty || one.Series.Intersect(other.Series).Any());

    private static Channel? Read(Node item, Community community, ImmutableArray<ExtraZone> zones, Names series, FindingList findings, out Node idNode)
    {
        idNode = item;
        if (Section.Open(item, "a channel", findings, Shapes.Channel) is not { } section)
        {
            return null;
        }

        idNode = section.Find("id") ?? item;
        var id = section.Require("id", Forms.Id, "town-square");
        var platform = section.Require("platform", Forms.Id, "discord or telegram");
        var address = section.Require("address", Forms.Token, "\"the channel's number on the platform\"");
        var thread = section.Read("thread", Forms.Token);
        var languages = section.List("languages", Forms.Language);
        var mention = section.Read("mention", Forms.Line);
        var silent = section.Read("silent", Forms.YesOrNo) ?? false;
        ImmutableArray<SeriesId> taken =
            [.. section.Items("series").Select(node => series.Resolve(node, "series", findings)).OfType<string>().Select(name => new SeriesId(name))];
        if (id is null || platform is null || address is null)
        {
            return null;
        }

        return new Channel
        {
            Id = new ChannelId(id),
            Address = new ChannelAddress(new PlatformId(platform), address, thread),
            Languages = languages.IsEmpty ? community.Languages : languages,
            Mention = mention,
            Silent = silent,
            Series = taken,
            LanguageMode = section.Read("posts", Forms.Posts) ?? LanguageMode.Together,
            Tags = section.List("tags", Forms.Line),
            Layout = section.Read("layout", Forms.Id),
            LinkPreview = section.Read("link_preview", Forms.YesOrNo) ?? false,
            Zones = ZonesReader.Read(section, zones, findings),
            Pin = section.Read("pin", Forms.YesOrNo) ?? false,
            Publish = section.Read("publish", Forms.YesOrNo) ?? false,
            OpensEvent = section.Read("event", Forms.YesOrNo) ?? false,
            OpensThread = section.Read("discussion_thread", Forms.YesOrNo) ?? false,
            QuietHours = section.Find("quiet_hours") is { } quiet ? QuietHoursReader.Read(quiet, community.Zone, findings) : null,
            IsTest = section.Read("purpose", Forms.Purpose) ?? false,
            Written = section.Written,
            Source = section.Where,
        };
    }
}
