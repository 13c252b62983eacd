using System.Collections.Immutable;
using BotHost.Announcements.Lint;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

public sealed class ReportRouteRuleTests
{
    private static readonly ModeratorPlace Rights = new("7", ["9"], [], AdminsModerate: false);
    private static readonly ModeratorPlace NoRights = new("7", [], [], AdminsModerate: false);

    public static TheoryData<string, ImmutableArray<ModeratorRules>, bool> Cases => new()
    {
        { "no moderators at all are another rule's word", [], false },
        { "keys that name nobody are, too", [Rules([], [NoRights])], false },
        { "rights alone tell nobody", [Rules([], [Rights])], true },
        { "a listed user can be told", [Rules(["5"], [Rights])], false },
        { "a chat can be told", [Rules([], [Rights]) with { ReportTo = new ChannelAddress(CatalogueBuilder.Discord, "77") }], false },
        { "a user of the other platform can be told", [Rules([], [Rights]), new ModeratorRules(CatalogueBuilder.Telegram, ["5"], [])], false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Moderators_whom_nobody_could_tell_anything_are_found(string why, ImmutableArray<ModeratorRules> moderators, bool isFound)
    {
        var findings = new ReportRouteRule().Check(new CatalogueBuilder().With(new TalkBuilder()).Moderators([.. moderators]).Build()).ToList();

        Assert.True(isFound == (findings.Count == 1), $"{why}: {string.Join(" | ", findings)}");
    }

    [Fact]
    public void While_every_talk_is_a_draft_there_is_nothing_to_tell()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().Is(TalkStatus.Draft)).Moderators(Rules([], [Rights])).Build();

        Assert.Empty(new ReportRouteRule().Check(catalogue));
    }

    private static ModeratorRules Rules(ImmutableArray<string> users, ImmutableArray<ModeratorPlace> places) => new(CatalogueBuilder.Discord, users, places);
}
