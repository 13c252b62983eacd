using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Telegram.Tests;

public class PictureRuleTests
{
    [Theory]
    [InlineData("a picture as usual", 1200, 800, 500_000, null)]
    [InlineData("the most that is taken", 9500, 500, 10_000_000, null)]
    [InlineData("too many bytes", 1200, 800, 10_000_001, "the poster of asian-talk-176 has 10,000,001 bytes, where 10,000,000 are allowed on Telegram, so it is left out there; save it with less detail or as a JPEG")]
    [InlineData("too many pixels", 6000, 4001, 500_000, "the poster of asian-talk-176 is 6000 by 4001 pixels, where width and height together may be 10,000 at most on Telegram, so it is left out there; make it smaller")]
    [InlineData("too narrow", 2001, 100, 500_000, "the poster of asian-talk-176 is 2001 by 100 pixels, where one side may be 20 times as long as the other at most on Telegram, so it is left out there; cut it to a shape that is less long and narrow")]
    public void A_poster_that_would_be_left_out_is_found(string row, int width, int height, long length, string? expected)
    {
        Assert.NotEmpty(row);

        var finding = new TelegramPictureRule().Check(CatalogueWith(new PictureFile("ab", PictureFormat.Png, width, height, length))).SingleOrDefault();

        Assert.Equal(expected, finding is null ? null : $"{finding.Text}; {finding.Remedy}");
        Assert.Equal(expected is null ? null : Severity.Warning, finding?.Severity);
    }

    [Theory]
    [InlineData("text", 0)]
    [InlineData("caption", 1)]
    [InlineData(null, 1)]
    public void Nothing_is_left_out_where_no_picture_is_shown(string? layout, int findings)
    {
        var catalogue = CatalogueWith(new PictureFile("ab", PictureFormat.Png, 1, 1000, 10));
        catalogue = catalogue with { Channels = [.. catalogue.Channels.Select(channel => channel with { Layout = layout })] };

        Assert.Equal(findings, new TelegramPictureRule().Check(catalogue).Count());
    }

    [Fact]
    public void A_catalogue_without_a_channel_here_has_nothing_to_find()
    {
        var catalogue = CatalogueWith(new PictureFile("ab", PictureFormat.Png, 1, 1000, 10));

        Assert.Empty(new TelegramPictureRule().Check(catalogue with { Channels = [.. catalogue.Channels.Where(channel => channel.Platform != CatalogueBuilder.Telegram)] }));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("caption", null)]
    [InlineData("picture-first", null)]
    [InlineData("text", null)]
    [InlineData("embed", "channel news has the layout 'embed', which Telegram posts do not have; write caption, picture-first or text, or leave the layout out for the picture with the text below it")]
    [InlineData("Caption", "channel news has the layout 'Caption', which Telegram posts do not have; write caption, picture-first or text, or leave the layout out for the picture with the text below it")]
    public void A_layout_that_no_post_has_is_found(string? layout, string? expected)
    {
        var channel = CatalogueBuilder.TelegramChannel with { Id = new ChannelId("news"), Layout = layout };

        var finding = new TelegramChannelRule().Check(CatalogueWith(null) with { Channels = [channel] }).SingleOrDefault();

        Assert.Equal(expected, finding is null ? null : $"{finding.Text}; {finding.Remedy}");
    }

    private static TalkCatalogue CatalogueWith(PictureFile? picture) => new CatalogueBuilder()
        .With(new TalkBuilder().With(talk => talk with { Image = picture is null ? null : new Picture("a.png", null, null) { Content = picture } }))
        .Build();
}
