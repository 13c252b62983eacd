using BotHost.Announcements.Delivery;
using BotHost.Announcements.Lint;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Tests.Commands;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

public sealed class OrnamentRuleTests
{
    private static readonly Page Written = new(("pin", "true"), ("publish", "true"), ("event", "true"), ("discussion_thread", "true"));

    [Fact]
    public void What_a_platform_does_not_have_is_noted_where_the_channel_asks_for_it()
    {
        var platforms = new PlatformDirectory(
        [
            new FakePlatform(CatalogueBuilder.Discord) { Ornaments = [EffectKind.Pin, EffectKind.Publish, EffectKind.Event, EffectKind.Thread] },
            new FakePlatform(CatalogueBuilder.Telegram) { Ornaments = [EffectKind.Pin] },
        ]);
        var wishing = new CatalogueBuilder().Channels(Wishing(CatalogueBuilder.DiscordChannel), Wishing(CatalogueBuilder.TelegramChannel)).Build();

        var told = Told.By(new OrnamentRule(platforms), wishing);

        Assert.Equal("discussion_thread:1:1 note no-such-ornament | event:1:1 note no-such-ornament | publish:1:1 note no-such-ornament", told);
    }

    [Fact]
    public void An_unknown_platform_is_another_rules_finding()
    {
        var catalogue = new CatalogueBuilder().Channels(Wishing(CatalogueBuilder.DiscordChannel)).Build();

        Assert.Empty(new OrnamentRule(new PlatformDirectory([])).Check(catalogue));
    }

    private static Channel Wishing(Channel channel) => channel with { Pin = true, Publish = true, OpensEvent = true, OpensThread = true, Written = Written };
}
