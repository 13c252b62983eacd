using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using BotHost.Discord.Tests.Rig;
using NodaTime;
using static BotHost.Discord.Tests.Rig.Samples;

namespace BotHost.Discord.Tests.Rendering;

public sealed class PlainLayoutTests
{
    private static readonly Inline Start = new Inline.Time(Instant.FromUnixTimeSeconds(1893456000), DateTimeZone.Utc, TimeStyle.Full);

    private static readonly RichText Announcement = RichText.Of(
        Line(Words("【Harbour】 Asian Talk *176*")),
        new Block.Heading(1, [Words("Chinese Immigration")]),
        Line(Words("When: "), Start),
        new Block.Heading(2, [Words("People")]),
        new Block.Heading(3, [Words("Ann")]),
        new Block.Heading(4, [Words("Small")]),
        Line(Words("Text")));

    [Fact]
    public void An_announcement_becomes_one_text_with_the_poster_below()
    {
        var post = Samples.Post(Announcement) with
        {
            Mention = "role:77",
            Silent = true,
            Picture = Poster(),
            Photos = [Photo()],
            Buttons = [new LinkButton("Join", new Uri("https://example.org/join"))],
        };

        const string Expected = """
            {
              "content": "<@&77>\n【Harbour】 Asian Talk \\*176\\*\n## Chinese Immigration\nWhen: <t:1893456000:F>\n\n### People\n### Ann\n**Small**\n\nText",
              "attachments": [{"id": "0", "filename": "HASH.png", "description": "A harbour at night."}],
              "components": [{"type": 1, "components": [{"type": 2, "style": 5, "label": "Join", "url": "https://example.org/join"}]}],
              "allowed_mentions": {"parse": [], "roles": ["77"]},
              "flags": 4100
            }
            """;
        var actual = Render(post);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected.Replace("HASH", new string('a', 64), StringComparison.Ordinal)), actual), actual.ToJsonString(DiscordJson.Wire));
    }

    public static TheoryData<string, string, string> Leads => new()
    {
        { "a body that opens by itself needs no lead", "kicker", "K\n## Talk 176\ntext" },
        { "a line above the title of which nothing is seen leaves nothing behind", "unseen", "## Talk 176\ntext" },
        { "a body that repeats the lead needs none", "same", "## Talk 176: tonight, all\ntext" },
        { "a title that the lead tells is told once", "title", "**Talk 176: tonight**\n\ntext" },
        { "a title that only begins like the lead stays", "longer", "**Talk 176: tonight**\n\n## Talk 1765\ntext" },
        { "a title that leads somewhere stays", "link", "**Talk 176: tonight**\n\n## [Talk 176](https://example.org/)\ntext" },
        { "a body without a title stands below the lead", "none", "**Talk 176: tonight**\n\ntext" },
        { "a lead alone is a message", "empty", "**Talk 176: tonight**" },
    };

    [Theory]
    [MemberData(nameof(Leads))]
    public void The_lead_is_told_once(string sentence, string body, string expected)
    {
        var text = Line(Words("text"));
        Block Title(params Inline[] words) => new Block.Heading(1, [.. words]);
        var post = Samples.Post(
            body switch
            {
                "kicker" => RichText.Of(Line(Words("K")), Title(Words("Talk 176")), text),
                "unseen" => RichText.Of(Line(Words(" ")), Title(Words("Talk 176")), text),
                "same" => RichText.Of(Title(Words("Talk 176: tonight, all")), text),
                "title" => RichText.Of(Title(Words("Talk 176")), text),
                "longer" => RichText.Of(Title(Words("Talk 1765")), text),
                "link" => RichText.Of(Title(new Inline.Link(new Uri("https://example.org/"), [Words("Talk 176")])), text),
                "none" => RichText.Of(text),
                _ => RichText.Empty,
            },
            "Talk 176: tonight");

        var content = (string)Render(post)["content"]!;

        Assert.True(content == expected, $"{sentence}: {content}");
    }

    [Fact]
    public void A_mention_stands_before_the_lead()
    {
        Assert.Equal("@everyone **Talk 176**\n\ntext", (string)Render(Samples.Post(RichText.Plain("text"), mention: "everyone"))["content"]!);
    }

    [Theory]
    [InlineData(false, null, 4)]
    [InlineData(false, "https://example.org/page", 4)]
    [InlineData(true, null, 4)]
    [InlineData(true, "https://example.org/page", null)]
    public void Pages_are_previewed_only_where_channel_and_post_say_so(bool channel, string? page, int? flags)
    {
        var post = Samples.Post() with { LinkPreview = page is null ? null : new Uri(page) };

        Assert.Equal(flags, (int?)Render(post, channel)["flags"]);
    }

    [Theory]
    [InlineData(false, "**Talk 176**\n\nA summary.", 4)]
    [InlineData(true, "**Talk 176**\n\nA summary.\n\nhttps://example.org/ann.jpg", null)]
    public void A_poster_at_an_address_is_a_link_where_previews_are_on(bool preview, string content, int? flags)
    {
        var message = Render(Samples.Post() with { Picture = Photo() }, preview);

        Assert.Equal(content, (string)message["content"]!);
        Assert.Equal(flags, (int?)message["flags"]);
        Assert.Null(message["attachments"]);
    }

    [Fact]
    public void Only_the_page_of_the_post_is_previewed()
    {
        var (page, other) = (new Uri("https://example.org/page"), new Uri("https://example.org/other"));
        var body = RichText.Of(Line(
            new Inline.Link(page, [Words("page")]),
            Words(" "),
            new Inline.Link(page, [Words("https://example.org/page")]),
            Words(" "),
            new Inline.Link(other, [Words("other")]),
            Words(" "),
            new Inline.Link(other, [Words("https://example.org/other")]),
            Words(". https://example.org/text, https://example.org/page")));

        var content = (string)Render(Samples.Post(body) with { LinkPreview = page }, linkPreview: true)["content"]!;

        Assert.Equal(
            "**Talk 176**\n\n[page](https://example.org/page) https://example.org/page [other](<https://example.org/other>) <https://example.org/other>. <https://example.org/text>, https://example.org/page",
            content);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void The_text_is_measured_in_code_points(int length, bool fits)
    {
        // Before the text stand "<@7> **L**" and an empty line.
        var post = Samples.Post(RichText.Plain(string.Concat(Enumerable.Repeat("🎉", length - 12))), "L", "user:7");

        var result = PostRenderer.Render(post, Channel() with { Layout = "plain" });

        Assert.Equal(fits ? null : new RenderResult.TooLong("content", 2001, 2000), result as RenderResult.TooLong);
    }

    private static JsonNode Render(Post post, bool linkPreview = false)
    {
        var result = PostRenderer.Render(post, Channel() with { Layout = "plain", LinkPreview = linkPreview });
        return JsonNode.Parse(Assert.Single(Assert.IsType<RenderResult.Fits>(result).Payloads))!;
    }
}
