using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads who moderates. Guilds, chats and places are three words for one thing, each at home on its platform.</summary>
internal static class ModeratorReader
{
    private static readonly ImmutableArray<string> PlaceWords = ["guilds", "chats", "places"];

    public static ImmutableArray<ModeratorRules> ReadAll(ImmutableArray<Node.Pair> pairs, FindingList findings) =>
        [.. pairs.Select(pair => Read(pair, findings)).OfType<ModeratorRules>()];

    /// <summary>Whether these rules let nobody moderate, a place without any rights included.</summary>
    public static bool NameNobody(ModeratorRules rules) =>
        rules is { Users.IsEmpty: true, HaveRights: false };

    private static ModeratorRules? Read(Node.Pair pair, FindingList findings)
    {
        var platform = findings.Parse(new Node.Scalar(pair.KeyWhere, pair.Key), "platform", Forms.Id);
        if (Section.Open(pair.Value, "a platform's moderators", findings, Shapes.Moderators) is not { } section)
        {
            return null;
        }

        var users = section.List("users", Forms.Token);
        var reportTo = section.Read("report_to", Forms.Token);
        var places = new Dictionary<string, ModeratorPlace>(StringComparer.Ordinal);
        foreach (var item in PlaceWords.SelectMany(word => section.Items(word)))
        {
            if (ReadPlace(item, findings) is { } place && !places.TryAdd(place.Id, place))
            {
                findings.Error(item.Where, "id-twice", $"the place '{place.Id}' is named twice", "put its rights into one entry");
            }
        }

        if (platform is null)
        {
            return null;
        }

        var id = new PlatformId(platform);
        return new ModeratorRules(id, users, [.. places.Values]) { ReportTo = reportTo is null ? null : new ChannelAddress(id, reportTo), Written = section.Written };
    }

    private static ModeratorPlace? ReadPlace(Node item, FindingList findings)
    {
        if (Section.Open(item, "a place of moderators", findings, Shapes.ModeratorPlace) is not { } section)
        {
            return null;
        }

        var id = section.Require("id", Forms.Token, "\"the place's number on the platform\"");
        var roles = section.List("roles", Forms.Token);
        var permissions = section.List("permissions", Forms.Token);
        var admins = section.Read("admins_moderate", Forms.YesOrNo) ?? false;
        return id is null ? null : new ModeratorPlace(id, roles, permissions, admins);
    }
}
