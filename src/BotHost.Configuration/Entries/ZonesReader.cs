using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the further zones in which posts tell the start: names of the tz database, each with a label where the city's own name will not do.</summary>
internal static class ZonesReader
{
    /// <summary>Nobody finds their own among more.</summary>
    public const int Most = 8;

    private const string Key = "zones";

    /// <param name="section">The community or a channel.</param>
    /// <param name="otherwise">What counts where nothing is written; an empty list is written.</param>
    /// <param name="findings">Where problems go.</param>
    public static ImmutableArray<ExtraZone> Read(Section section, ImmutableArray<ExtraZone> otherwise, FindingList findings)
    {
        if (section.Find(Key) is null)
        {
            return otherwise;
        }

        var zones = ImmutableArray.CreateBuilder<ExtraZone>();
        var items = section.Items(Key);
        foreach (var item in items)
        {
            if (Read(item, findings) is not { } zone)
            {
                continue;
            }

            if (zones.Any(other => other.Zone.Equals(zone.Zone)))
            {
                findings.Warning(item.Where, "zone-twice", $"the zone '{zone.Zone.Id}' is named twice", "keep one of them");
            }
            else
            {
                zones.Add(zone);
            }
        }

        if (items.Length > Most)
        {
            findings.Error(items[Most].Where, "bad-zone", $"this is the {Most + 1}th zone of {items.Length}, and nobody finds their own among more than {Most}", "take some out, or move them to channels of their own");
        }

        return zones.ToImmutable();
    }

    private static ExtraZone? Read(Node item, FindingList findings)
    {
        if (item is not Node.Mapping)
        {
            return findings.Parse(item, Key, Forms.Zone) is { } alone ? new ExtraZone(alone, null) : null;
        }

        if (Section.Open(item, "a zone", findings, Shapes.ExtraZone) is not { } section)
        {
            return null;
        }

        var zone = section.Require("zone", Forms.Zone, "America/New_York");
        var label = section.Read("label", Forms.Line);
        return zone is null ? null : new ExtraZone(zone, label);
    }
}
