using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Telegram.Rendering;
using static BotHost.Telegram.Tests.Rendering.Texts;

namespace BotHost.Telegram.Tests.Rendering;

public class PicturePostTests
{
    private const string Photo = $"\"photo\":\"attach://{Hash}.png\"";

    private static readonly LinkButton Join = new("Join", new Uri("https://example.org/join"));

    private static Post Tides => Post(H(1, "Tides"), P(T("On the quay"))) with { Picture = Poster, Buttons = [Join] };

    [Fact]
    public void A_picture_carries_a_short_text_as_its_caption()
    {
        var payload = Assert.Single(Payloads(Tides, Channel(silent: true)));

        Assert.Equal(
            $$$"""{"chat_id":-100,{{{Photo}}},"caption":"Tides\n\nOn the quay","caption_entities":[{"type":"bold","offset":0,"length":5}],"disable_notification":true,"reply_markup":{"inline_keyboard":[[{"text":"Join","url":"https://example.org/join"}]]}}""",
            payload);
    }

    [Fact]
    public void A_picture_first_is_alone_and_the_text_with_its_buttons_follows()
    {
        var payloads = Payloads(Tides, Channel("picture-first"));

        Assert.Equal(
            [
                $$$"""{"chat_id":-100,{{{Photo}}},"disable_notification":true}""",
                """{"chat_id":-100,"text":"Tides\n\nOn the quay","entities":[{"type":"bold","offset":0,"length":5}],"link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":[[{"text":"Join","url":"https://example.org/join"}]]}}""",
            ],
            payloads);
    }

    [Fact]
    public void A_picture_before_a_long_text_costs_little_more_memory_than_the_text_alone()
    {
        var post = Post([.. Enumerable.Range(0, 20).Select(_ => P(T(string.Concat(Enumerable.Repeat("on the quay at 7 ", 6)))))]);
        var alone = Bytes(post);

        var withPicture = Bytes(post with { Picture = Poster });

        Assert.InRange(withPicture, 1, alone * 13 / 10);
    }

    [Fact]
    public void Who_is_called_is_called_by_the_picture_where_that_comes_first()
    {
        var payloads = Payloads(Tides with { Mention = "user:@harbour" }, Channel("picture-first"));

        Assert.Equal($$"""{"chat_id":-100,{{Photo}},"caption":"@harbour"}""", payloads[0]);
        Assert.DoesNotContain("harbour", payloads[1], StringComparison.Ordinal);
        Assert.Contains("\"disable_notification\":true", payloads[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the text, which has something to say", null, false, "still, heard")]
    [InlineData("the picture, which calls", "user:@harbour", false, "heard, still")]
    [InlineData("neither where the channel is quiet", "user:@harbour", true, "still, still")]
    public void Of_a_picture_and_its_text_one_makes_a_sound(string row, string? mention, bool silent, string expected)
    {
        Assert.NotEmpty(row);

        Assert.Equal(expected, Sounds(Tides with { Mention = mention }, Channel("picture-first", silent: silent)));
    }

    [Theory]
    [InlineData(1024, null, "photo 1024")]
    [InlineData(1025, null, "photo 0, text 1025")]
    [InlineData(4096, null, "photo 0, text 4096")]
    [InlineData(4097, null, "too long: message text 4097 of 4096")]
    [InlineData(1024, "caption", "photo 1024")]
    [InlineData(1025, "caption", "too long: caption 1025 of 1024")]
    [InlineData(10, "picture-first", "photo 0, text 10")]
    [InlineData(4097, "picture-first", "too long: message text 4097 of 4096")]
    [InlineData(4096, "text", "text 4096")]
    [InlineData(4097, "text", "too long: message text 4097 of 4096")]
    public void Each_layout_has_its_border(int length, string? layout, string expected)
    {
        var result = PostRenderer.Render(Post(P(T(Words(length)))) with { Picture = Poster }, Channel(layout));

        Assert.Equal(expected, Summary(result));
    }

    [Theory]
    [InlineData(100, null, "photo 199")]
    [InlineData(101, null, "too long: number of entities in the message text 101 of 100")]
    [InlineData(101, "caption", "too long: number of entities in the caption 101 of 100")]
    public void More_formatting_than_the_platform_shows_is_too_long(int links, string? layout, string expected)
    {
        var content = Enumerable.Range(0, links).SelectMany(number => (BotHost.Announcements.Texts.Inline[])[T(" "), L($"https://example.org/{number}", "x")]);
        var result = PostRenderer.Render(Post(P([.. content])) with { Picture = Poster }, Channel(layout));

        Assert.Equal(expected, Summary(result));
    }

    public static TheoryData<string, Picture?, Picture[], string> Choice => new()
    {
        { "no picture", null, [], "text: x" },
        { "the poster, not a photo", Poster, [Of(new PictureFile("ab", PictureFormat.Jpg, 10, 10, 10))], $"attach://{Hash}.png" },
        { "a photo where there is no poster", null, [Of(new PictureFile("ab", PictureFormat.Jpg, 10, 10, 10))], "attach://ab.jpg" },
        { "the first photo that the platform takes", null, [Of(new PictureFile("ab", PictureFormat.Jpg, 10, 1000, 10)), Of(new PictureFile("cd", PictureFormat.Webp, 10, 10, 10))], "attach://cd.webp" },
        { "a file before a page", null, [At("https://example.org/a.png"), Of(new PictureFile("cd", PictureFormat.Gif, 10, 10, 10))], "attach://cd.gif" },
        { "no photo where the poster's file is missing", new Picture("gone.png", null, null), [Of(new PictureFile("ab", PictureFormat.Jpg, 10, 10, 10))], "text: x" },
        { "nor where the platform does not take the poster", Of(new PictureFile("cd", PictureFormat.Png, 100, 2001, 10)), [Of(new PictureFile("ab", PictureFormat.Jpg, 10, 10, 10))], "text: x" },
        { "ten million bytes", Of(new PictureFile("ab", PictureFormat.Png, 10, 10, 10_000_000)), [], "attach://ab.png" },
        { "a byte more", Of(new PictureFile("ab", PictureFormat.Png, 10, 10, 10_000_001)), [], "text: x" },
        { "sides of ten thousand together", Of(new PictureFile("ab", PictureFormat.Png, 6000, 4000, 10)), [], "attach://ab.png" },
        { "a pixel more", Of(new PictureFile("ab", PictureFormat.Png, 6000, 4001, 10)), [], "text: x" },
        { "twenty times as high as wide", Of(new PictureFile("ab", PictureFormat.Png, 100, 2000, 10)), [], "attach://ab.png" },
        { "a pixel higher", Of(new PictureFile("ab", PictureFormat.Png, 100, 2001, 10)), [], "text: x" },
        { "no sides at all", Of(new PictureFile("ab", PictureFormat.Png, 0, 0, 10)), [], "text: x" },
        { "sides beyond counting", Of(new PictureFile("ab", PictureFormat.Png, int.MaxValue, int.MaxValue, 10)), [], "text: x" },
        { "a page that no browser opens", new Picture(null, new Uri("ftp://example.org/a.png"), null), [], "text: x" },
    };

    [Theory]
    [MemberData(nameof(Choice), DisableDiscoveryEnumeration = true)]
    public void The_picture_is_the_first_one_that_the_platform_takes(string row, Picture? poster, Picture[] photos, string expected)
    {
        Assert.NotEmpty(row);

        var message = Assert.Single(Messages(Post(P(T("x"))) with { Picture = poster, Photos = [.. photos] }));

        Assert.Equal(expected, message["photo"]?.GetValue<string>() ?? $"text: {TextOf(message)}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("caption")]
    [InlineData("picture-first")]
    public void A_picture_that_has_only_an_address_stands_above_the_text_as_a_preview(string? layout)
    {
        var payload = Assert.Single(Payloads(Post(P(T("x"))) with { Picture = At("https://example.org/é.png") }, Channel(layout)));

        Assert.Equal(
            """{"chat_id":-100,"text":"x","link_preview_options":{"url":"https://example.org/%C3%A9.png","prefer_large_media":true,"show_above_text":true}}""",
            payload);
    }

    [Fact]
    public void The_layout_without_pictures_shows_none()
    {
        Assert.Equal(["text: x"], Told(Post(P(T("x"))) with { Picture = Poster }, Channel("text")));
        Assert.Equal(
            ["""{"chat_id":-100,"text":"x","link_preview_options":{"is_disabled":true}}"""],
            Payloads(Post(P(T("x"))) with { Picture = At("https://example.org/a.png") }, Channel("text")));
    }

    [Theory]
    [InlineData("both want it", true, "https://example.org/talk", """{"url":"https://example.org/talk"}""")]
    [InlineData("the channel does not", false, "https://example.org/talk", """{"is_disabled":true}""")]
    [InlineData("the post names no page", true, null, """{"is_disabled":true}""")]
    [InlineData("nothing that a browser opens", true, "mailto:a@example.org", """{"is_disabled":true}""")]
    public void A_page_is_previewed_where_the_channel_says_so(string row, bool wanted, string? page, string expected)
    {
        Assert.NotEmpty(row);
        var post = Post(P(L("https://example.org/other", "read"))) with { LinkPreview = page is null ? null : new Uri(page) };

        Assert.Equal(expected, Assert.Single(Messages(post, Channel(linkPreview: wanted)))["link_preview_options"]!.ToJsonString());
    }

    [Fact]
    public void A_picture_without_words_is_no_post() =>
        Assert.Empty(Payloads(Post(P(T(" \u200B"))) with { Picture = Poster, Mention = "user:@harbour" }));

    private static long Bytes(Post post)
    {
        PostRenderer.Render(post, Channel());
        var before = GC.GetAllocatedBytesForCurrentThread();
        PostRenderer.Render(post, Channel());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Sounds(Post post, Channel channel) =>
        string.Join(", ", Messages(post, channel).Select(message => message["disable_notification"]?.GetValue<bool>() is true ? "still" : "heard"));

    private static string Summary(RenderResult result) => result switch
    {
        RenderResult.Fits fits => string.Join(", ", fits.Payloads.Select(payload => System.Text.Json.Nodes.JsonNode.Parse(payload)!)
            .Select(message => $"{(message["photo"] is null ? "text" : "photo")} {TextOf(message).Length}")),
        RenderResult.TooLong misfit => $"too long: {misfit.Limit} {misfit.Actual} of {misfit.Allowed}",
        _ => "",
    };
}
