using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;
using NodaTime;

namespace BotHost.Configuration.Tests;

/// <summary>Zones, layouts, previews and account names, as the other rooms get them.</summary>
public sealed class ChannelAndPersonKeysTests : IDisposable
{
    private readonly ConfigOnDisk _config = new();

    [Fact]
    public void Zones_of_the_community_count_for_channels_that_name_none_of_their_own()
    {
        _config.Replace("bothost.yaml", "  languages: [en]", "  languages: [en]\n  zones: [Asia/Tokyo, { zone: America/New_York, label: NYC }]");
        _config.Replace(
            "bothost.yaml",
            "address: \"1\"",
            "address: \"1\"\n  - { id: own, platform: discord, address: \"2\", zones: [Asia/Taipei] }\n  - { id: none, platform: discord, address: \"3\", zones: [] }");

        var channels = _config.Read().Catalogue!.Channels;

        Assert.Equal([new ExtraZone(Zone("Asia/Tokyo"), null), new ExtraZone(Zone("America/New_York"), "NYC")], channels[0].Zones);
        Assert.Equal([new ExtraZone(Zone("Asia/Taipei"), null)], channels[1].Zones);
        Assert.Empty(channels[2].Zones);
    }

    [Fact]
    public void A_zone_that_is_named_twice_counts_once()
    {
        _config.Replace("bothost.yaml", "address: \"1\"", "address: \"1\"\n    zones: [Asia/Tokyo, { zone: Asia/Tokyo, label: T }]");

        Assert.Null(Assert.Single(_config.Read().Catalogue!.Channels[0].Zones).Label);
    }

    [Fact]
    public void A_misspelt_zone_gets_a_suggestion()
    {
        _config.Replace("bothost.yaml", "address: \"1\"", "address: \"1\"\n    zones: [New York]");

        Assert.Equal("did you mean 'America/New_York'?", Assert.Single(_config.Read().Findings).Remedy);
    }

    [Fact]
    public void A_channel_says_how_posts_look_and_is_silent_by_default()
    {
        _config.Replace("bothost.yaml", "address: \"1\"", "address: \"1\"\n    layout: plain\n    link_preview: yes\n  - { id: other, platform: discord, address: \"2\" }");

        var channels = _config.Read().Catalogue!.Channels;

        Assert.Equal(("plain", true), (channels[0].Layout, channels[0].LinkPreview));
        Assert.Equal((null, false), (channels[1].Layout, channels[1].LinkPreview));
        Assert.Equal("bothost.yaml:13:13", channels[0].Written.Where("layout").ToString());
    }

    [Theory]
    [InlineData("{ telegram: Jo_Example }", "telegram=Jo_Example")]
    [InlineData("{ telegram: '@jo_example', discord: \"@jo.example\" }", "discord=jo.example telegram=jo_example")]
    [InlineData("{ telegram: 12345 }", "telegram=12345")]
    [InlineData("{}", "")]
    public void Account_names_are_kept_without_the_sign(string written, string expected)
    {
        _config.Write("people/jo.yaml", $"id: jo\nname: Jo\nhandles: {written}\n");

        var handles = _config.Read().Catalogue!.People[new PersonId("jo")].Handles;

        Assert.Equal(expected, string.Join(' ', handles.OrderBy(handle => handle.Key, StringComparer.Ordinal).Select(handle => $"{handle.Key}={handle.Value}")));
    }

    [Theory]
    [InlineData("{ telegram: https://t.me/jo_example }", "did you mean 'jo_example'?")]
    [InlineData("{ discord: Jo.Example }", "did you mean 'jo.example'?")]
    public void An_account_name_in_another_form_gets_a_suggestion(string written, string remedy)
    {
        _config.Write("people/jo.yaml", $"id: jo\nname: Jo\nhandles: {written}\n");

        Assert.Equal(remedy, Assert.Single(_config.Read().Findings).Remedy);
    }

    public void Dispose() => _config.Dispose();

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];
}
