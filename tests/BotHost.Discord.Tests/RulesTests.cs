using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Discord.Tests.Rig;
using BotHost.TestKit.Talks;
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

    [Theory]
    [InlineData(null, "")]
    [InlineData("embed", "")]
    [InlineData("plain", "")]
    [InlineData("Embed", "discord-layout")]
    [InlineData("caption", "discord-layout")]
    public void A_layout_is_one_that_there_is(string? layout, string rules)
    {
        var findings = new DiscordChannelRule().Check(Catalogue() with { Channels = [Samples.Channel() with { Layout = layout }] }).ToList();

        Assert.Equal(rules, string.Join(',', findings.Select(finding => finding.Rule)));
        Assert.All(findings, finding => Assert.Contains("embed", finding.Remedy, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.Contains("plain", finding.Remedy, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "77", "discord-thread-in-thread")]
    [InlineData(true, null, "")]
    [InlineData(false, "77", "")]
    public void No_thread_is_opened_in_a_thread(bool opensThread, string? thread, string rules)
    {
        var findings = new DiscordChannelRule().Check(Catalogue() with { Channels = [Samples.Channel(thread: thread) with { OpensThread = opensThread }] }).ToList();

        Assert.Equal(rules, string.Join(',', findings.Select(finding => finding.Rule)));
        Assert.All(findings, finding => Assert.Equal(Severity.Warning, finding.Severity));
    }

    public static TheoryData<string, Picture?, string> Posters => new()
    {
        { "no poster", null, "" },
        { "a file", Samples.Poster(), "" },
        { "a file that is missing is told elsewhere", new Picture("gone.png", null, null), "" },
        { "a file as large as may be", Samples.Poster(length: 10_485_760), "" },
        { "a file that is larger", Samples.Poster(length: 10_485_761), "10,485,761 bytes" },
        { "an address", Samples.Photo(), "" },
        { "an address without an ending", Samples.Photo("https://example.org/poster?size=2"), "" },
        { "a drawing", Samples.Photo("https://example.org/poster.SVG?x=1.png"), ".SVG" },
        { "an endless address", Samples.Photo("https://example.org/" + new string('x', 2029)), "2048" },
    };

    [Theory]
    [MemberData(nameof(Posters))]
    public void A_poster_that_would_not_be_seen_is_told(string sentence, Picture? image, string part)
    {
        var talk = new TalkBuilder().Build() with { Image = image };
        var catalogue = Catalogue() with
        {
            Channels = [Samples.Channel()],
            Talks = ImmutableDictionary<TalkId, Talk>.Empty.Add(talk.Id, talk),
        };

        var findings = new DiscordPictureRule().Check(catalogue).ToList();
        var elsewhere = new DiscordPictureRule().Check(catalogue with { Channels = [] });

        Assert.True(findings.Count == (part.Length == 0 ? 0 : 1), sentence);
        Assert.All(findings, finding => Assert.Contains(part, finding.Text, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.Equal(Severity.Warning, finding.Severity));
        Assert.Empty(elsewhere);
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
        var rules = new ModeratorRules(new PlatformId("discord"), ["7", "ann"], [new ModeratorPlace("server", ["mods", "60"], ["manage_guild", "rule_all"], false)])
        {
            ReportTo = new ChannelAddress(new PlatformId("discord"), "#mods"),
        };

        var findings = new DiscordModeratorRule().Check(Catalogue() with { Moderators = [rules] }).ToList();

        Assert.Equal(5, findings.Count);
        Assert.All(["'ann'", "'server'", "'mods'", "'rule_all'", "'#mods'"], word => Assert.Contains(findings, finding => finding.Text.Contains(word, StringComparison.Ordinal)));
    }

    private static TalkCatalogue Catalogue() => new() { Community = new Community("Us", DateTimeZone.Utc, ["en"]) };
}
