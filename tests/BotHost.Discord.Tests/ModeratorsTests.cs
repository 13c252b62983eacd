using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Tests;

public sealed class ModeratorsTests
{
    private static readonly PlatformId Discord = new("discord");

    private static readonly ModeratorRules Rules = new(
        Discord,
        Users: ["1"],
        Places:
        [
            new ModeratorPlace("by-role", Roles: ["60"], Permissions: [], AdminsModerate: false),
            new ModeratorPlace("by-permission", Roles: [], Permissions: ["manage_guild"], AdminsModerate: false),
            new ModeratorPlace("by-admin", Roles: [], Permissions: [], AdminsModerate: true),
        ]);

    public static TheoryData<string, string, string?, string, string, bool> Rows => new()
    {
        { "a named user in a named server moderates", "1", "by-role", "", "", true },
        { "a named user in a private chat moderates", "1", null, "", "", true },
        { "a named user in a foreign server is a stranger", "1", "foreign", "", "", false },
        { "a stranger in a private chat does not moderate", "2", null, "", "", false },
        { "a named role moderates in its server", "2", "by-role", "60", "", true },
        { "another role does not", "2", "by-role", "61", "", false },
        { "a role of one server means nothing in another", "2", "by-permission", "60", "", false },
        { "a named permission moderates in its server", "2", "by-permission", "", "manage_guild", true },
        { "another permission does not", "2", "by-permission", "", "manage_messages", false },
        { "an administrator has the named permission", "2", "by-permission", "", "administrator", true },
        { "an administrator has no role", "2", "by-role", "", "administrator", false },
        { "administrators moderate where the config says so", "2", "by-admin", "", "administrator", true },
        { "a manager is no administrator", "2", "by-admin", "", "manage_guild", false },
        { "the administrator of a foreign server is a stranger", "2", "foreign", "60", "administrator,manage_guild", false },
        { "roles claimed in a private chat mean nothing", "2", null, "60", "administrator", false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rights_count_only_where_the_config_says_so(string sentence, string user, string? place, string roles, string permissions, bool expected)
    {
        var author = new CommandAuthor(Discord, user, "Ann", [.. Words(roles)], [.. Words(permissions)]);

        Assert.True(DiscordModerators.Includes(author, new CommandPlace(place, "1100"), Rules) == expected, sentence);
    }

    public static TheoryData<string, string, string?, string, string, string, bool> ReportRows => new()
    {
        { "a named user moderates where reports go", "1", "foreign", "1200", "", "", true },
        { "not in another channel of that server", "1", "foreign", "1100", "", "", false },
        { "a stranger there does not", "2", "foreign", "1200", "", "", false },
        { "a named role counts in its own server alone", "2", "foreign", "1200", "60", "", false },
        { "the administrator there is a stranger", "2", "foreign", "1200", "", "administrator,manage_guild", false },
        { "rights of a named server count where reports go, too", "2", "by-admin", "1200", "", "administrator", true },
    };

    [Theory]
    [MemberData(nameof(ReportRows))]
    public void Where_reports_go_listed_users_moderate(string sentence, string user, string? place, string channel, string roles, string permissions, bool expected)
    {
        var author = new CommandAuthor(Discord, user, "Ann", [.. Words(roles)], [.. Words(permissions)]);
        var rules = Rules with { ReportTo = new ChannelAddress(Discord, "1200") };

        Assert.True(DiscordModerators.Includes(author, new CommandPlace(place, channel), rules) == expected, sentence);
    }

    [Fact]
    public void Somebody_with_the_same_id_on_another_platform_is_a_stranger()
    {
        var author = new CommandAuthor(new PlatformId("other"), "1", "Ann", [], []);

        Assert.False(DiscordModerators.Includes(author, new CommandPlace(null, "1100"), Rules));
    }

    [Theory]
    [InlineData("32", "manage_guild")]
    [InlineData("8", "administrator")]
    [InlineData("8589934592", "manage_events")]
    [InlineData("4503599627370496", "bypass_slowmode")]
    [InlineData("2048", "send_messages")]
    [InlineData("0", "")]
    [InlineData("nonsense", "")]
    [InlineData(null, "")]
    public void Permission_bits_have_names(string? bits, string names)
    {
        Assert.Equal(names, string.Join(',', Permissions.NamesOf(bits)));
    }

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
