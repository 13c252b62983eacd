using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Discord.Tests.Rig;
using NodaTime;

namespace BotHost.Discord.Tests;

public sealed class RulesTests
{
    [Theory]
    [InlineData("1100", null, null, "")]
    [InlineData("123456789012345678", "123456789012345679", "everyone", "")]
    [InlineData("1100", null, "here", "")]
    [InlineData("1100", null, "role:77", "")]
    [InlineData("1100", null, "user:77", "")]
    [InlineData("#general", null, null, "discord-address")]
    [InlineData("0", null, null, "discord-address")]
    [InlineData("-5", null, null, "discord-address")]
    [InlineData("99999999999999999999999", null, null, "discord-address")]
    [InlineData("1100", "news", null, "discord-thread")]
    [InlineData("1100", null, "@everyone", "discord-mention")]
    [InlineData("1100", null, "role:speakers", "discord-mention")]
    [InlineData("x", "y", "z", "discord-address,discord-thread,discord-mention")]
    public void A_channel_names_real_ids_and_a_known_mention(string id, string? thread, string? mention, string rules)
    {
        var catalogue = Catalogue() with { Channels = [Samples.Channel(mention, id, thread)] };

        var findings = new DiscordChannelRule().Check(catalogue).ToList();

        Assert.Equal(rules, string.Join(',', findings.Select(finding => finding.Rule)));
        Assert.All(findings, finding => Assert.Equal(Severity.Error, finding.Severity));
    }

    [Fact]
    public void Channels_of_other_platforms_are_left_alone()
    {
        var other = Samples.Channel() with { Address = new ChannelAddress(new PlatformId("other"), "@news") };

        Assert.Empty(new DiscordChannelRule().Check(Catalogue() with { Channels = [other] }));
    }

    [Fact]
    public void Every_mistake_in_the_moderators_is_reported()
    {
        var rules = new ModeratorRules(new PlatformId("discord"), ["7", "ann"], [new ModeratorPlace("server", ["mods", "60"], ["manage_guild", "rule_all"], false)]);

        var findings = new DiscordModeratorRule().Check(Catalogue() with { Moderators = [rules] }).ToList();

        Assert.Equal(4, findings.Count);
        Assert.All(["'ann'", "'server'", "'mods'", "'rule_all'"], word => Assert.Contains(findings, finding => finding.Text.Contains(word, StringComparison.Ordinal)));
    }

    private static TalkCatalogue Catalogue() => new() { Community = new Community("Us", DateTimeZone.Utc, ["en"]) };
}
