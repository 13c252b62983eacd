using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Platforms;

public sealed class ChannelFacesTests
{
    private static readonly Channel Separate = CatalogueBuilder.DiscordChannel with
    {
        Languages = ["en", "ja", "zh-Hant"],
        LanguageMode = LanguageMode.Separate,
        Mention = "everyone",
        Pin = true,
        Publish = true,
        OpensEvent = true,
    };

    [Fact]
    public void A_channel_that_speaks_its_languages_together_is_its_own_face()
    {
        var together = Separate with { LanguageMode = LanguageMode.Together };

        Assert.Same(together, Assert.Single(together.Faces));
    }

    [Fact]
    public void With_one_language_separate_is_the_same_as_together()
    {
        var single = Separate with { Languages = ["ja"] };

        Assert.Same(single, Assert.Single(single.Faces));
    }

    [Fact]
    public void Each_language_has_a_face_and_the_leading_one_keeps_the_key()
    {
        var faces = Separate.Faces.ToList();

        Assert.Equal(["en", "ja", "zh-Hant"], faces.Select(face => Assert.Single(face.Languages)));
        Assert.Equal([null, "ja", "zh-Hant"], faces.Select(face => face.Variant));
        Assert.Equal(
            ["discord:910000000000000001", "discord:910000000000000001#ja", "discord:910000000000000001#zh-hant"],
            faces.Select(face => face.Target));
        Assert.Equal(["announcements", "announcements (ja)", "announcements (zh-Hant)"], faces.Select(face => face.FaceName));
    }

    [Fact]
    public void Only_the_leading_face_pings_pins_and_opens_events()
    {
        var faces = Separate.Faces.ToList();

        Assert.Equal(["everyone", null, null], faces.Select(face => face.Mention));
        Assert.Equal([true, false, false], faces.Select(face => face.Pin));
        Assert.Equal([true, false, false], faces.Select(face => face.OpensEvent));
        Assert.All(faces, face => Assert.True(face.Publish));
    }

    [Fact]
    public void Every_face_gets_every_step()
    {
        var catalogue = new CatalogueBuilder().Channels(Separate).With(new TalkBuilder()).Build();

        var targets = CampaignPlanner.Plan(catalogue, Instant.MinValue, Instant.MaxValue).GroupBy(planned => planned.Key.Target).Select(group => (group.Key, group.Count()));

        Assert.Equal(
            [("discord:910000000000000001", 6), ("discord:910000000000000001#ja", 6), ("discord:910000000000000001#zh-hant", 6)],
            targets);
    }

    [Fact]
    public void The_outlook_has_a_line_for_each_face_in_their_order()
    {
        var catalogue = new CatalogueBuilder().Channels(CatalogueBuilder.TelegramChannel, Separate).With(new TalkBuilder()).Build();

        var lines = OutlookLine.Of(catalogue, _ => null, known: null, Instant.FromUtc(2026, 1, 1, 0, 0));

        Assert.Equal(["news", "announcements", "announcements (ja)", "announcements (zh-Hant)"], lines.Take(4).Select(line => line.Channel.FaceName));
    }

    [Fact]
    public void The_ledger_sees_each_face_by_itself()
    {
        var catalogue = new CatalogueBuilder().Channels(Separate).Build();

        var seen = KnowledgeKeeper.ItemsOf(catalogue).Where(item => item.Kind == "channel").Select(item => item.Id);

        Assert.Equal(Separate.Faces.Select(face => face.Target), seen);
    }
}
