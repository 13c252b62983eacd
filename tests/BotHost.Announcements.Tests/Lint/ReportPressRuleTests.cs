using System.Collections.Immutable;
using BotHost.Announcements.Lint;
using BotHost.Announcements.Platforms;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

public sealed class ReportPressRuleTests
{
    private static readonly ModeratorPlace Rights = new("7", ["9"], [], AdminsModerate: false);
    private static readonly ModeratorPlace NoRights = new("7", [], [], AdminsModerate: false);

    public static TheoryData<string, ImmutableArray<ModeratorRules>, bool> Cases => new()
    {
        { "there are no reports", [Rules([], [NoRights])], false },
        { "a listed user presses", [Told(Rules(["5"], []))], false },
        { "a role may press", [Told(Rules([], [Rights]))], false },
        { "a place without rights lets nobody press", [Told(Rules([], [NoRights]))], true },
        { "a chat alone lets nobody press", [Told(Rules([], []))], true },
        { "a user of the other platform presses over there only", [Told(Rules([], [])), new ModeratorRules(CatalogueBuilder.Telegram, ["5"], [])], true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_chat_for_reports_in_which_nobody_may_press_is_found(string why, ImmutableArray<ModeratorRules> moderators, bool isFound)
    {
        var findings = new ReportPressRule().Check(new CatalogueBuilder().Moderators([.. moderators]).Build()).ToList();

        Assert.True(isFound == (findings.Count == 1), $"{why}: {string.Join(" | ", findings)}");
    }

    private static ModeratorRules Told(ModeratorRules rules) => rules with { ReportTo = new ChannelAddress(rules.Platform, "77") };

    private static ModeratorRules Rules(ImmutableArray<string> users, ImmutableArray<ModeratorPlace> places) => new(CatalogueBuilder.Discord, users, places);
}
