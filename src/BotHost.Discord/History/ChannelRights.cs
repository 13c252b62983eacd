using System.Text.Json;

namespace BotHost.Discord.History;

/// <summary>Works out what a member may do in a channel, in the order that the platform documents. Pure.</summary>
internal static class ChannelRights
{
    /// <param name="userId">The member.</param>
    /// <param name="guild">The server, with its owner and roles.</param>
    /// <param name="member">The member's entry there, with the ids of their roles.</param>
    /// <param name="channel">The channel, with its overwrites.</param>
    public static ulong Of(string userId, JsonElement guild, JsonElement member, JsonElement channel)
    {
        // The role of everyone has the id of the server, and nobody's list names it.
        var everyone = guild.Text("id");
        var roles = member.Items("roles").Where(role => role.ValueKind == JsonValueKind.String).Select(role => role.GetString()!).ToHashSet(StringComparer.Ordinal);
        var rights = Union(guild.Items("roles").Where(role => role.Text("id") == everyone || roles.Contains(role.Text("id"))), "permissions");
        if (guild.Text("owner_id") == userId || Permissions.Holds(rights, Permissions.Administrator))
        {
            return ulong.MaxValue;
        }

        var overwrites = channel.Items("permission_overwrites").ToList();
        rights = Apply(rights, overwrites.Where(overwrite => overwrite.Text("id") == everyone));
        rights = Apply(rights, overwrites.Where(overwrite => roles.Contains(overwrite.Text("id"))));
        return Apply(rights, overwrites.Where(overwrite => overwrite.Text("id") == userId));
    }

    private static ulong Apply(ulong rights, IEnumerable<JsonElement> overwrites)
    {
        var all = overwrites.ToList();
        return (rights & ~Union(all, "deny")) | Union(all, "allow");
    }

    private static ulong Union(IEnumerable<JsonElement> entries, string field) =>
        entries.Aggregate(0UL, (set, entry) => set | Permissions.Parse(entry.Text(field)));
}
