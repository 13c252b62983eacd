using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using BotHost.Discord.Tests.Rig;
using NodaTime;

namespace BotHost.Discord.Tests.Rendering;

public sealed class PostRendererTests
{
    [Fact]
    public void A_whole_post_becomes_one_message()
    {
        var post = new Post
        {
            Lead = [Samples.Words("Chinese Immigration and Its Discontents: "), new Inline.Time(Instant.FromUnixTimeSeconds(1893456000), DateTimeZone.Utc, TimeStyle.Full)],
            Body = RichText.Of(
                new Block.Heading(1, [new Inline.Link(new Uri("https://example.org/176"), [Samples.Words("Talk *176*")])]),
                Samples.Line(Samples.Words("With Takehiro Masutomo.")),
                new Block.Heading(2, [Samples.Words("Links")])),
            Buttons = [new LinkButton("Join", new Uri("https://example.org/join")), new LinkButton("Book", new Uri("https://example.org/book"))],
            Mention = "role:77",
            Silent = true,
        };

        var payload = JsonNode.Parse(Payload(post))!;

        const string Expected = """
            {
              "content": "<@&77> Chinese Immigration and Its Discontents: <t:1893456000:F>",
              "embeds": [{"title": "Talk \\*176\\*", "url": "https://example.org/176", "description": "With Takehiro Masutomo.\n\n### Links"}],
              "components": [{"type": 1, "components": [
                {"type": 2, "style": 5, "label": "Join", "url": "https://example.org/join"},
                {"type": 2, "style": 5, "label": "Book", "url": "https://example.org/book"}]}],
              "allowed_mentions": {"parse": [], "roles": ["77"]},
              "flags": 4096
            }
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), payload), payload.ToJsonString());
    }

    [Theory]
    [InlineData(null, "Talk 176", """{"parse":[]}""")]
    [InlineData("everyone", "@everyone Talk 176", """{"parse":["everyone"]}""")]
    [InlineData("here", "@here Talk 176", """{"parse":["everyone"]}""")]
    [InlineData("role:77", "<@&77> Talk 176", """{"parse":[],"roles":["77"]}""")]
    [InlineData("user:78", "<@78> Talk 176", """{"parse":[],"users":["78"]}""")]
    [InlineData("nonsense", "Talk 176", """{"parse":[]}""")]
    public void Only_the_configured_mention_pings(string? mention, string content, string allowed)
    {
        var payload = JsonNode.Parse(Payload(Samples.Post(mention: mention)))!;

        Assert.Equal(content, (string)payload["content"]!);
        Assert.Equal(allowed, payload["allowed_mentions"]!.ToJsonString());
    }

    [Fact]
    public void Words_of_the_talk_cannot_widen_the_ping()
    {
        var payload = JsonNode.Parse(Payload(Samples.Post(lead: "@everyone <@&1> <@2>", mention: "here")))!;

        Assert.Equal("@here @\u200beveryone \\<@&1> \\<@2>", (string)payload["content"]!);
    }

    [Fact]
    public void The_same_post_gives_the_same_payload_with_letters_as_themselves()
    {
        var post = Samples.Post(RichText.Plain("移民 🎉 שלום"));

        Assert.Equal(Payload(post), Payload(post));
        Assert.Contains("移民 🎉 שלום", JsonNode.Parse(Payload(post))!["embeds"]![0]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_body_has_no_frame()
    {
        var payload = JsonNode.Parse(Payload(Samples.Post(RichText.Empty)))!;

        Assert.Null(payload["embeds"]);
        Assert.Null(payload["components"]);
        Assert.Null(payload["flags"]);
    }

    [Fact]
    public void A_heading_that_tells_a_moment_or_is_too_long_stays_in_the_text()
    {
        var moment = new Block.Heading(1, [Samples.Words("At "), new Inline.Time(Instant.FromUnixTimeSeconds(5), DateTimeZone.Utc, TimeStyle.Full)]);
        var large = new Block.Heading(1, [Samples.Words(new string('x', 257))]);

        Assert.Equal("""[{"description":"### At <t:5:F>"}]""", Embeds(RichText.Of(moment)));
        Assert.Equal($$"""[{"description":"### {{new string('x', 257)}}"}]""", Embeds(RichText.Of(large)));
    }

    [Fact]
    public void A_title_that_looks_like_another_site_shows_the_real_one()
    {
        var heading = new Block.Heading(1, [new Inline.Link(new Uri("https://evil.example/"), [Samples.Words("https://mybank.example")])]);

        Assert.Equal("""[{"title":"mybank.example (evil.example)","url":"https://evil.example/"}]""", Embeds(RichText.Of(heading)));
    }

    [Fact]
    public void A_title_without_anything_to_see_shows_where_it_leads()
    {
        var heading = new Block.Heading(1, [new Inline.Link(new Uri("https://a.example/"), [Samples.Words("\u200b")])]);

        Assert.Equal("""[{"title":"a.example","url":"https://a.example/"}]""", Embeds(RichText.Of(heading)));
    }

    [Fact]
    public void Where_a_host_cannot_be_read_there_is_no_page()
    {
        var page = new Uri("http://e.oا/");
        var body = RichText.Of(
            new Block.Heading(1, [new Inline.Link(page, [Samples.Words("The talk")])]),
            Samples.Line(new Inline.Link(page, [Samples.Words("the book")])));
        var post = Samples.Post(body) with
        {
            Picture = new Picture(null, page, null),
            Buttons = [new LinkButton("Join", page), new LinkButton("k.اx", new Uri("https://a.example/"))],
        };

        var payload = JsonNode.Parse(Payload(post))!;

        Assert.Equal("""[{"title":"The talk","description":"the book"}]""", payload["embeds"]!.ToJsonString(DiscordJson.Wire));
        Assert.Equal("k.اx (a.example)", (string)Assert.Single(payload["components"]![0]!["components"]!.AsArray())!["label"]!);
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void A_description_is_measured_in_code_points(int length, bool fits)
    {
        var text = string.Concat(Enumerable.Repeat("🎉", length));

        var result = PostRenderer.Render(Samples.Post(RichText.Plain(text)), Samples.Channel());

        Assert.Equal(fits ? null : new RenderResult.TooLong("embed description", length, 4096), result as RenderResult.TooLong);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void A_lead_is_measured_after_escaping(int length, bool fits)
    {
        var text = new string('*', (length - 1) / 2) + (length % 2 == 0 ? "ab" : "a");

        var result = PostRenderer.Render(Samples.Post(lead: text), Samples.Channel());

        Assert.Equal(fits ? null : new RenderResult.TooLong("content", length, 2000), result as RenderResult.TooLong);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void A_message_holds_five_rows_of_five_buttons(int count, bool fits)
    {
        var post = Samples.Post() with { Buttons = [.. Enumerable.Range(0, count).Select(number => new LinkButton($"{number}", new Uri($"https://example.org/{number}")))] };

        var result = PostRenderer.Render(post, Samples.Channel());

        Assert.Equal(fits ? null : new RenderResult.TooLong("buttons", 26, 25), result as RenderResult.TooLong);
    }

    [Theory]
    [InlineData(512, 1, "A summary.")]
    [InlineData(513, 0, "A summary.\n\n[Join](URL)")]
    public void A_link_too_long_for_a_button_moves_into_the_text(int length, int buttons, string text)
    {
        var url = "https://example.org/" + new string('x', length - 20);

        var payload = JsonNode.Parse(Payload(Samples.Post() with { Buttons = [new LinkButton("Join", new Uri(url))] }))!;

        Assert.Equal(buttons, payload["components"]?[0]!["components"]!.AsArray().Count ?? 0);
        Assert.Equal(text.Replace("URL", url, StringComparison.Ordinal), (string)payload["embeds"]![0]!["description"]!);
    }

    [Fact]
    public void A_link_too_long_for_a_button_is_not_told_twice()
    {
        var url = new Uri("https://example.org/" + new string('x', 600));
        var body = RichText.Of(Samples.Line(new Inline.Link(url, [Samples.Words("the room")])));

        var payload = JsonNode.Parse(Payload(Samples.Post(body) with { Buttons = [new LinkButton("Join", url)] }))!;

        Assert.Equal($"[the room]({url})", (string)payload["embeds"]![0]!["description"]!);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "\u200b\u2069")]
    [InlineData("\u3164", "\u0007")]
    public void A_post_without_visible_words_is_no_message(string lead, string body)
    {
        Assert.Empty(Assert.IsType<RenderResult.Fits>(PostRenderer.Render(Samples.Post(RichText.Plain(body), lead, "everyone"), Samples.Channel("everyone"))).Payloads);
    }

    [Fact]
    public void Button_labels_fit_and_are_honest()
    {
        var post = Samples.Post() with
        {
            Buttons = [new LinkButton("mybank.example", new Uri("https://evil.example/")), new LinkButton(new string('木', 100), new Uri("https://example.org/")), new LinkButton("Mail", new Uri("mailto:a@example.org"))],
        };

        var buttons = JsonNode.Parse(Payload(post))!["components"]![0]!["components"]!.AsArray();

        Assert.Equal(2, buttons.Count);
        Assert.Equal("mybank.example (evil.example)", (string)buttons[0]!["label"]!);
        Assert.Equal(new string('木', 79) + "…", (string)buttons[1]!["label"]!);
    }

    private static string Embeds(RichText body) => JsonNode.Parse(Payload(Samples.Post(body)))!["embeds"]!.ToJsonString(DiscordJson.Wire);

    private static string Payload(Post post) => Assert.Single(Assert.IsType<RenderResult.Fits>(PostRenderer.Render(post, Samples.Channel())).Payloads);
}
