using BotHost.Announcements.Delivery;
using BotHost.Announcements.Lint;
using BotHost.Announcements.Platforms;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

public sealed class PlatformRuleTests
{
    [Fact]
    public void A_channel_on_a_platform_that_nobody_speaks_is_an_error()
    {
        var channel = CatalogueBuilder.DiscordChannel with { Address = new ChannelAddress(new PlatformId("slack"), "1") };
        var catalogue = new CatalogueBuilder().Channels(channel).Moderators().Build();

        var finding = Assert.Single(new PlatformRule(new PlatformDirectory([])).Check(catalogue));

        Assert.Equal("'slack' is no platform that this program speaks", finding.Text);
    }
}
