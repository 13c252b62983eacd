using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using BotHost.Discord.Tests.Rig;
using NodaTime;
using static BotHost.Discord.Tests.Rig.Samples;

namespace BotHost.Discord.Tests.Rendering;

public sealed class EmbedLayoutTests
{
    private static readonly string A = new('a', 64);
    private static readonly string B = new('b', 64);

    [Theory]
    [InlineData(null)]
    [InlineData("embed")]
    public void An_announcement_becomes_a_line_and_a_frame_with_its_pictures(string? layout)
    {
        var post = Announcement() with
        {
            Mention = "everyone",
            Picture = Poster(),
            Photos = [new Picture("gone.png", null, null), Photo(), Poster('b')],
            Buttons = [new LinkButton("Join", new Uri("https://example.org/join"))],
        };

        const string Expected = """
            {
              "content": "@everyone Talk 176",
              "embeds": [{
                "author": {"name": "【Harbour】 Asian Talk *176*"},
                "title": "Chinese \\*Immigration\\*",
                "description": "When: <t:1893456000:F> (<t:1893456000:R>)\n\n### People\nAnn",
                "image": {"url": "attachment://HASH.png"},
                "thumbnail": {"url": "https://example.org/ann.jpg", "description": "Ann smiles."}}],
              "attachments": [{"id": "0", "filename": "HASH.png", "description": "A harbour at night."}],
              "components": [{"type": 1, "components": [{"type": 2, "style": 5, "label": "Join", "url": "https://example.org/join"}]}],
              "allowed_mentions": {"parse": ["everyone"]}
            }
            """;
        AssertJson(Expected.Replace("HASH", A, StringComparison.Ordinal), Render(post, layout));
    }

    [Fact]
    public void A_photo_file_goes_along_as_a_second_file()
    {
        var message = Render(Announcement() with { Picture = Poster(alt: null), Photos = [Poster('b', " ", PictureFormat.Jpg)] });

        AssertJson($$"""{"url":"attachment://{{A}}.png" }""", message["embeds"]![0]!["image"]!);
        AssertJson($$"""{"url":"attachment://{{B}}.jpg" }""", message["embeds"]![0]!["thumbnail"]!);
        AssertJson($$"""[{"id":"0","filename":"{{A}}.png"},{"id":"1","filename":"{{B}}.jpg"}]""", message["attachments"]!);
    }

    [Fact]
    public void A_poster_at_an_address_is_shown_from_there()
    {
        var message = Render(Announcement() with { Picture = Photo("https://example.org/p.png", new string('木', 1025)) });

        AssertJson($$"""{"url":"https://example.org/p.png","description":"{{new string('木', 1023)}}…"}""", message["embeds"]![0]!["image"]!);
        Assert.Null(message["attachments"]);
    }

    [Fact]
    public void Pictures_that_cannot_be_shown_are_left_out_and_the_same_one_is_shown_once()
    {
        Post[] posts =
        [
            Announcement() with { Picture = new Picture("gone.png", null, "x"), Photos = [Poster(length: 10 * 1024 * 1024 + 1)] },
            Announcement() with { Picture = Photo("https://example.org/" + new string('x', 2029)) },
            Announcement() with { Picture = Photo("ftp://example.org/p.png") },
        ];

        Assert.All(posts, post =>
        {
            var message = Render(post);
            Assert.Null(message["attachments"]);
            Assert.Null(message["embeds"]![0]!["image"]);
            Assert.Null(message["embeds"]![0]!["thumbnail"]);
        });
        var same = Render(Announcement() with { Picture = Poster(), Photos = [Poster()] });
        Assert.Null(same["embeds"]![0]!["thumbnail"]);
        Assert.Single(same["attachments"]!.AsArray());
        Assert.Equal("https://example.org/" + new string('x', 2028), (string)Render(Announcement() with { Picture = Photo("https://example.org/" + new string('x', 2028)) })["embeds"]![0]!["image"]!["url"]!);
        Assert.NotNull(Render(Announcement() with { Picture = Poster(length: 10 * 1024 * 1024) })["attachments"]);
    }

    [Fact]
    public void A_poster_that_cannot_be_used_leaves_the_photo_where_it_is()
    {
        var message = Render(Announcement() with { Picture = new Picture("gone.png", null, "x"), Photos = [Photo()] });

        Assert.Null(message["embeds"]![0]!["image"]);
        Assert.Equal("https://example.org/ann.jpg", (string)message["embeds"]![0]!["thumbnail"]!["url"]!);
    }

    [Fact]
    public void A_mail_address_behind_words_of_the_title_or_the_line_above_it_is_told()
    {
        var mail = new Inline.Link(new Uri("mailto:ann@example.org"), [Words("Ann")]);
        var body = RichText.Of(Line(Words("Ask "), mail), new Block.Heading(1, [mail]), Line(mail));

        AssertJson("""[{"author":{"name":"Ask Ann (ann@example.org)"},"title":"Ann (ann@example.org)","description":"Ann (ann@example.org)"}]""", Render(Samples.Post(body))["embeds"]!);
    }

    [Fact]
    public void A_body_of_nothing_but_a_title_and_a_poster_is_a_frame()
    {
        var message = Render(Samples.Post(RichText.Of(new Block.Heading(1, [Words("Title")]))) with { Picture = Poster() });

        AssertJson($$"""[{"title":"Title","image":{"url":"attachment://{{A}}.png" } }]""", message["embeds"]!);
    }

    [Theory]
    [InlineData(256, 256, true, true)]
    [InlineData(257, 256, false, true)]
    [InlineData(256, 257, false, false)]
    public void Author_and_title_have_limits_of_their_own_and_nothing_is_lost(int author, int title, bool hasAuthor, bool hasTitle)
    {
        var (kicker, heading) = (Repeat("木", author), Repeat("🎉", title));
        var body = RichText.Of(Line(Words(kicker)), new Block.Heading(1, [Words(heading)]), Line(Words("text")));

        var embed = Render(Samples.Post(body))["embeds"]![0]!;

        Assert.Equal(hasAuthor ? kicker : null, (string?)embed["author"]?["name"]);
        Assert.Equal(hasTitle ? heading : null, (string?)embed["title"]);
        var description = hasAuthor ? "text" : hasTitle ? $"{kicker}\n\ntext" : $"{kicker}\n\n### {heading}\ntext";
        Assert.Equal(description, (string)embed["description"]!);
    }

    [Fact]
    public void A_line_above_the_title_that_tells_a_moment_or_leads_somewhere_stays_in_the_text()
    {
        var title = new Block.Heading(1, [Words("Title")]);
        var moment = new Inline.Time(Instant.FromUnixTimeSeconds(5), DateTimeZone.Utc, TimeStyle.Full);
        var link = new Inline.Link(new Uri("https://example.org/"), [Words("Series")]);

        AssertJson("""[{"title":"Title","description":"Now <t:5:F>"}]""", Render(Samples.Post(RichText.Of(Line(Words("Now "), moment), title)))["embeds"]!);
        AssertJson("""[{"title":"Title","description":"A [Series](https://example.org/)"}]""", Render(Samples.Post(RichText.Of(Line(Words("A "), link), title)))["embeds"]!);
        AssertJson("""[{"title":"Title","author":{"name":"Series","url":"https://example.org/"}}]""", Render(Samples.Post(RichText.Of(Line(link), title)))["embeds"]!);
    }

    [Fact]
    public void A_title_with_a_link_inside_keeps_it()
    {
        var heading = new Block.Heading(1, [Words("On "), new Inline.Link(new Uri("https://example.org/"), [Words("ports")])]);

        AssertJson("""[{"description":"### On [ports](https://example.org/)"}]""", Render(Samples.Post(RichText.Of(heading)))["embeds"]!);
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public void A_title_leads_to_addresses_up_to_the_limit(int length, bool leads)
    {
        var url = "https://example.org/" + new string('x', length - 20);

        var embed = Render(Samples.Post(RichText.Of(new Block.Heading(1, [new Inline.Link(new Uri(url), [Words("Title")])]))))["embeds"]![0]!;

        Assert.Equal(leads ? url : null, (string?)embed["url"]);
        Assert.Equal(leads ? null : $"### [Title]({url})", (string?)embed["description"]);
    }

    [Fact]
    public void A_change_of_direction_ends_with_author_title_line_and_label()
    {
        var body = RichText.Of(Line(Words("\u2068שלום")), new Block.Heading(1, [Words("\u2067עולם")]));

        var message = Render(Samples.Post(body, "\u2068lead") with { Buttons = [new LinkButton("\u2068go", new Uri("https://example.org/"))] });

        Assert.Equal("\u2068שלום\u2069", (string)message["embeds"]![0]!["author"]!["name"]!);
        Assert.Equal("\u2067עולם\u2069", (string)message["embeds"]![0]!["title"]!);
        Assert.Equal("\u2068lead\u2069", (string)message["content"]!);
        Assert.Equal("\u2068go\u2069", (string)message["components"]![0]!["components"]![0]!["label"]!);
    }

    [Fact]
    public void A_page_named_in_the_line_is_not_previewed_beside_the_frame()
    {
        var post = Samples.Post(RichText.Plain("https://example.org/a"), "See https://example.org/a");

        Assert.Equal("See <https://example.org/a>", (string)Render(post)["content"]!);
        Assert.Equal("https://example.org/a", (string)Render(post)["embeds"]![0]!["description"]!);
    }

    private static Post Announcement()
    {
        var start = Instant.FromUnixTimeSeconds(1893456000);
        return Samples.Post(RichText.Of(
            Line(Words("【Harbour】 Asian Talk *176*")),
            new Block.Heading(1, [Words("Chinese *Immigration*")]),
            Line(Words("When: "), new Inline.Time(start, DateTimeZone.Utc, TimeStyle.Full), Words(" ("), new Inline.Time(start, DateTimeZone.Utc, TimeStyle.Relative), Words(")")),
            new Block.Heading(2, [Words("People")]),
            Line(Words("Ann"))));
    }

    private static JsonNode Render(Post post, string? layout = null)
    {
        var result = PostRenderer.Render(post, Channel() with { Layout = layout });
        return JsonNode.Parse(Assert.Single(Assert.IsType<RenderResult.Fits>(result).Payloads))!;
    }

    private static string Repeat(string character, int count) => string.Concat(Enumerable.Repeat(character, count));

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString(DiscordJson.Wire));
}
