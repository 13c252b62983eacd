using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads where people meet: a name alone, or name, address and map.</summary>
internal static class PlaceReader
{
    /// <returns>Null after a finding.</returns>
    public static Place? Read(Node node, FindingList findings)
    {
        if (node is not Node.Mapping)
        {
            return findings.Parse(node, "place", Forms.Line) is { } alone ? new Place(alone) : null;
        }

        if (Section.Open(node, "a place", findings, Shapes.Place) is not { } section)
        {
            return null;
        }

        var name = section.Require("name", Forms.Line, "the name of the house or room");
        var address = section.Read("address", Forms.Line);
        var map = section.Read("map", Forms.Url);
        return name is null ? null : new Place(name, address, map);
    }
}
