using BotHost.EndToEnd.Tests.Processes;
using BotHost.EndToEnd.Tests.Sandbox;
using BotHost.Sandbox.Previews;
using BotHost.TestKit.Pictures;
using Microsoft.Playwright;

namespace BotHost.EndToEnd.Tests.Previews;

/// <summary>The page of previews in a real browser: it stands alone, shows its pictures, and can be read by everybody.</summary>
public sealed class PreviewInBrowserTests : IDisposable
{
    private const string Poster = "aa.png";
    private const string Face = "bb.png";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Both_platforms_stand_side_by_side_with_their_pictures()
    {
        PageVisit.SkipIfImpossible();
        await using var visit = await OpenAsync(Document, 1200);

        var columns = visit.Page.Locator(".column");
        var discord = columns.Nth(0);
        var telegram = columns.Nth(1);
        await Assertions.Expect(columns).ToHaveCountAsync(2);
        await PageVisit.ShowsAsync(discord.Locator("h2"), "Discord");
        await PageVisit.ShowsAsync(discord.Locator(".post h3").First, "announce in news, elsewhere");
        await PageVisit.ShowsAsync(discord.Locator(".d-embed-author"), "【New Event】 Talk 1");
        await PageVisit.ShowsAsync(discord.Locator(".d-embed-title"), "A talk");
        await PageVisit.ShowsAsync(discord, "@role 77");
        await PageVisit.ShowsAsync(discord.Locator(".problem"), "does not fit");
        await PageVisit.ShowsAsync(telegram.Locator(".number").First, "Message 1 of 2");
        await PageVisit.ShowsAsync(telegram.Locator(".t-text"), "A talk");
        Assert.Equal("A bridge", await discord.Locator("img.d-image").GetAttributeAsync("alt"));
        Assert.Equal("A face", await discord.Locator("img.d-thumbnail").GetAttributeAsync("alt"));
        Assert.Equal("A bridge", await telegram.Locator("img.t-photo").GetAttributeAsync("alt"));
        var widths = await visit.Page.EvaluateAsync<int[]>("[...document.images].map((one) => one.naturalWidth)");
        Assert.Equal("6 12 12", string.Join(' ', widths));
        var (left, right) = (await discord.BoundingBoxAsync(), await telegram.BoundingBoxAsync());
        Assert.True(left!.X + left.Width <= right!.X);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_picture_that_is_gone_is_named_by_its_words()
    {
        PageVisit.SkipIfImpossible();
        var gone = Document with { Pictures = [.. Document.Pictures.Select(picture => picture with { Bytes = null })] };
        await using var visit = await OpenAsync(gone, 1200);

        await PageVisit.ShowsAsync(visit.Page.Locator(".d-image.missing"), "A bridge – the picture is gone");
        Assert.Equal(0, await visit.Page.Locator("img").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 1200)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Everybody_can_read_it_in_the_light_in_the_dark_and_on_a_phone(ColorScheme scheme, int width)
    {
        PageVisit.SkipIfImpossible();
        await using var visit = await OpenAsync(Document with { IsDraft = true }, width);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

        var problems = await visit.Page.EvaluateAsync<string[]>(ReadingCheck.Script);

        Assert.Empty(problems);
        Assert.Equal(
            scheme is ColorScheme.Dark,
            await visit.Page.EvaluateAsync<bool>("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]) < 128"));
        Assert.Empty(visit.Complaints);
    }

    private static PreviewDocument Document => new()
    {
        Title = "A talk",
        Speaker = "Talks",
        Zone = "Asia/Tokyo",
        PlainText = "A talk",
        Pictures = [new PreviewPicture(Poster, "A bridge", PngPicture.Of(12, 8)), new PreviewPicture(Face, "A face", PngPicture.Of(6, 6, 200))],
        Posts =
        [
            new PreviewPost
            {
                Platform = "discord",
                Title = "announce in news, elsewhere",
                At = new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.Zero),
                Notes = ["goes out Tue 2030-01-01 10:00 (Asia/Tokyo)", "pings role:77"],
                Payloads =
                [
                    $$"""
                    {
                      "content": "<@&77> Talk 1: A talk · <t:1895000000:F>", "allowed_mentions": {"parse":[],"roles":["77"]},
                      "embeds": [{
                        "author": {"name":"【New Event】 Talk 1"}, "title": "A talk", "url": "https://example.org/1",
                        "description": "A *subtitle*\n### When\n<t:1895000000:F>\n- **one**\n- [two](https://example.org/two)\n> quoted `code`",
                        "image": {"url":"attachment://{{Poster}}"}, "thumbnail": {"url":"attachment://{{Face}}"}
                      }],
                      "attachments": [{"id":0,"filename":"{{Poster}}","description":"A bridge"},{"id":1,"filename":"{{Face}}","description":"A face"}],
                      "components": [{"type":1,"components":[{"type":2,"style":5,"label":"Join","url":"https://example.org/join"},{"type":2,"style":1,"label":"Hold","custom_id":"v1:hold"}]}]
                    }
                    """,
                ],
            },
            new PreviewPost
            {
                Platform = "discord",
                Title = "thanks in news",
                At = new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.Zero),
                Problems = ["does not fit: content is 2100, 2000 are allowed"],
                Payloads = [],
            },
            new PreviewPost
            {
                Platform = "telegram",
                Title = "announce in channel",
                At = new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.Zero),
                Payloads =
                [
                    $$"""{"chat_id":-1002,"photo":"attach://{{Poster}}"}""",
                    """
                    {
                      "chat_id": -1002, "text": "A talk\nat 7 pm, see https://example.org/1\n#talks", "link_preview_options": {"is_disabled":true},
                      "entities": [{"type":"bold","offset":0,"length":6},{"type":"date_time","offset":10,"length":4,"unix_time":1895000000,"date_time_format":"wDt"}],
                      "reply_markup": {"inline_keyboard":[[{"text":"Join","url":"https://example.org/join"},{"text":"Hold","callback_data":"v1:hold"}]]}
                    }
                    """,
                ],
            },
        ],
    };

    private async Task<PageVisit> OpenAsync(PreviewDocument document, int width)
    {
        await File.WriteAllTextAsync(_folder["page.html"], PreviewPage.Write(document), Cancel);
        return await PageVisit.OpenAsync(new Uri(_folder["page.html"]), width, 900);
    }
}
