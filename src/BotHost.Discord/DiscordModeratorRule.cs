using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Discord;

/// <summary>Checks the ids and permission names of the moderators on this platform.</summary>
internal sealed class DiscordModeratorRule : ICatalogueRule
{
    public ImmutableArray<LintRule> Rules { get; } =
    [
        new("discord-moderator-id", Severity.Error, "A moderator, server, role or report channel is no Discord id."),
        new("discord-permission", Severity.Error, "A permission is none that Discord knows."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        var rules = catalogue.ModeratorsOn(DiscordPlatform.PlatformId);
        foreach (var user in rules.Users.Where(user => !Snowflake.IsValid(user)))
        {
            yield return NotAnId(rules.Written.Where("users"), "user", user, "right-click the person");
        }

        foreach (var place in rules.Places)
        {
            foreach (var finding in CheckPlace(place, rules.Written.Where("guilds")))
            {
                yield return finding;
            }
        }

        if (rules.ReportTo is { Id: var channel } && !Snowflake.IsValid(channel))
        {
            yield return NotAnId(rules.Written.Where("report_to"), "channel", channel, "right-click the moderators' channel");
        }
    }

    private static IEnumerable<Finding> CheckPlace(ModeratorPlace place, SourceSpan where)
    {
        if (!Snowflake.IsValid(place.Id))
        {
            yield return NotAnId(where, "server", place.Id, "right-click the server's name");
        }

        foreach (var role in place.Roles.Where(role => !Snowflake.IsValid(role)))
        {
            yield return NotAnId(where, "role", role, "right-click the role in the server's settings");
        }

        foreach (var permission in place.Permissions.Where(permission => !Permissions.IsKnown(permission)))
        {
            yield return new Finding(
                Severity.Error,
                where,
                "discord-permission",
                $"'{permission}', given for the moderators of server {place.Id}, is no Discord permission",
                "write a name such as manage_guild, manage_events or manage_messages");
        }
    }

    private static Finding NotAnId(SourceSpan where, string kind, string text, string click) =>
        new(
            Severity.Error,
            where,
            "discord-moderator-id",
            $"'{text}', given for the moderators, is no Discord {kind} id",
            $"switch on Developer Mode in Discord, {click}, copy the id, and write that number");
}
