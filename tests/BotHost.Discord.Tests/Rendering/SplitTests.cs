using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using BotHost.Discord.Tests.Rig;
using static BotHost.Discord.Tests.Rig.Samples;

namespace BotHost.Discord.Tests.Rendering;

public sealed class SplitTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void A_long_announcement_becomes_several_framed_messages_each_whole_in_itself()
    {
        var post = Long("embed") with { Mention = "everyone", Silent = true };

        var messages = Render(post, "embed");

        Assert.Equal(2, messages.Count);
        AssertJson(
            $$$"""
            {"content":"@everyone Talk 176",
             "embeds":[{"author":{"name":"Kicker"},"title":"Title","description":"{{{new string('a', 3000)}}}\n\n(1/2)","image":{"url":"attachment://{{{Hash}}}.png"}}],
             "attachments":[{"id":"0","filename":"{{{Hash}}}.png","description":"A harbour at night."}],
             "allowed_mentions":{"parse":["everyone"]},"flags":4096}
            """,
            messages[0]);
        AssertJson(
            $$$"""
            {"content":"","embeds":[{"description":"{{{new string('b', 3000)}}}\n\n(2/2)"}],
             "components":[{"type":1,"components":[{"type":2,"style":5,"label":"Join","url":"https://example.org/join"}]}],
             "allowed_mentions":{"parse":[]},"flags":4096}
            """,
            messages[1]);
    }

    [Fact]
    public void A_long_plain_text_becomes_several_messages_each_whole_in_itself()
    {
        var messages = Render(Long("plain") with { Mention = "everyone" }, "plain");

        Assert.Equal(2, messages.Count);
        AssertJson(
            $$$"""
            {"content":"@everyone\nKicker\n## Title\n{{{new string('a', 1500)}}}\n\n(1/2)",
             "attachments":[{"id":"0","filename":"{{{Hash}}}.png","description":"A harbour at night."}],
             "allowed_mentions":{"parse":["everyone"]},"flags":4}
            """,
            messages[0]);
        AssertJson(
            $$$"""
            {"content":"{{{new string('b', 1500)}}}\n\n(2/2)",
             "components":[{"type":1,"components":[{"type":2,"style":5,"label":"Join","url":"https://example.org/join"}]}],
             "allowed_mentions":{"parse":[]},"flags":4}
            """,
            messages[1]);
    }

    [Fact]
    public void A_short_text_is_not_numbered()
    {
        var message = Assert.Single(Render(Samples.Post() with { MaySplit = true }, "embed"));

        Assert.Equal("A summary.", (string)message["embeds"]![0]!["description"]!);
    }

    [Theory]
    [InlineData("embed")]
    [InlineData("plain")]
    public void Without_leave_nothing_is_parted(string layout)
    {
        Assert.IsType<RenderResult.TooLong>(PostRenderer.Render(Long(layout) with { MaySplit = false }, Channel() with { Layout = layout }));
    }

    [Theory]
    [InlineData("embed", 2000)]
    [InlineData("plain", 1000)]
    public void Every_part_stays_inside_the_limits(string layout, int length)
    {
        var blocks = Enumerable.Range(0, 30).Select(number => Line(Words($"{number} " + string.Concat(Enumerable.Repeat("*🎉", length / 4)))));

        var messages = Render(Samples.Post(RichText.Of([.. blocks])) with { MaySplit = true }, layout);

        Assert.InRange(messages.Count, 10, 30);
        Assert.All(messages, (message, index) =>
        {
            var content = (string)message["content"]!;
            var text = TextOf(message);
            Assert.InRange(content.EnumerateRunes().Count(), 0, 2000);
            Assert.InRange(text.EnumerateRunes().Count(), 1, message["embeds"] is null ? 2000 : 4096);
            Assert.EndsWith($"\n\n({index + 1}/{messages.Count})", text, StringComparison.Ordinal);
        });
        var whole = string.Concat(messages.Select(TextOf));
        Assert.All(Enumerable.Range(0, 30), number => Assert.Contains($"{number} \\*🎉", whole, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_outside_the_text_is_not_parted()
    {
        var result = PostRenderer.Render(Samples.Post(lead: new string('x', 2001)) with { MaySplit = true }, Channel());

        Assert.Equal(new RenderResult.TooLong("content", 2001, 2000), result);
    }

    private static Post Long(string layout)
    {
        var length = layout == "embed" ? 3000 : 1500;
        return Samples.Post(RichText.Of(
            Line(Words("Kicker")),
            new Block.Heading(1, [Words("Title")]),
            Line(Words(new string('a', length))),
            Line(Words(new string('b', length))))) with
        {
            Picture = Poster(),
            Buttons = [new LinkButton("Join", new Uri("https://example.org/join"))],
            MaySplit = true,
        };
    }

    private static string TextOf(JsonNode message) => (string)(message["embeds"]?[0]!["description"] ?? message["content"])!;

    private static List<JsonNode> Render(Post post, string layout) =>
        [.. Assert.IsType<RenderResult.Fits>(PostRenderer.Render(post, Channel() with { Layout = layout })).Payloads.Select(payload => JsonNode.Parse(payload)!)];

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString(DiscordJson.Wire));
}
