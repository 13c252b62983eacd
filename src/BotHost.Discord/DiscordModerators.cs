using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord;

/// <summary>Decides whether somebody moderates. Rights count only in servers that the config names; where reports go, listed users moderate in any server.</summary>
internal static class DiscordModerators
{
    public static bool Includes(CommandAuthor author, CommandPlace place, ModeratorRules rules)
    {
        if (author.Platform != rules.Platform)
        {
            return false;
        }

        var isListed = rules.Users.Contains(author.UserId);
        if (place.PlaceId is null)
        {
            return isListed;
        }

        if (rules.PlaceOf(place.PlaceId) is not { } named)
        {
            return isListed && rules.TellIn(place);
        }

        return isListed
            || named.Roles.Any(role => author.Roles.Contains(role))
            || named.Permissions.Any(permission => author.Permissions.Contains(permission))
            || (AdministratorsCount(named) && author.Permissions.Contains(Permissions.Administrator));
    }

    // An administrator has every permission; where the config asks for roles alone, that is no role.
    private static bool AdministratorsCount(ModeratorPlace place) => place.AdminsModerate || !place.Permissions.IsEmpty;
}
