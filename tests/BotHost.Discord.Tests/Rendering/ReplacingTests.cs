using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using BotHost.Discord.Tests.Rig;
using static BotHost.Discord.Tests.Rig.Samples;

namespace BotHost.Discord.Tests.Rendering;

public sealed class ReplacingTests
{
    private const string Framed = """{"content":"Talk","embeds":[{"description":"x"}],"allowed_mentions":{"parse":[]}}""";
    private const string Bare = """{"content":"**Talk**\n\nx","allowed_mentions":{"parse":[]},"flags":4}""";

    [Theory]
    [InlineData("plain", Framed, true)]
    [InlineData("embed", Framed, true)]
    [InlineData(null, Bare, false)]
    [InlineData("embed", Bare, false)]
    [InlineData("plain", Bare, false)]
    [InlineData("plain", """{"content":"Talk","embeds":[],"allowed_mentions":{"parse":[]}}""", false)]
    [InlineData("plain", "no payload", false)]
    [InlineData("embed", "no payload", true)]
    public void A_message_keeps_its_shape_whatever_the_layout_says_now(string? layout, string standing, bool isFramed)
    {
        var message = Assert.Single(Render(Samples.Post() with { Replaces = [standing] }, layout));

        Assert.Equal(isFramed, message["embeds"] is not null);
        Assert.Equal(isFramed ? "Talk 176" : "**Talk 176**\n\nA summary.", (string)message["content"]!);
    }

    [Fact]
    public void The_frame_of_any_part_tells_the_shape_of_all()
    {
        var messages = Render(Text(10) with { Replaces = ["""{"content":"Talk","allowed_mentions":{"parse":[]}}""", Framed] }, "plain");

        Assert.All(messages, message => Assert.NotNull(message["embeds"]));
    }

    [Theory]
    [InlineData("embed", 1)]
    [InlineData("plain", 2)]
    public void A_text_that_got_shorter_stays_in_as_many_messages(string layout, int blocks)
    {
        foreach (var standing in new[] { 2, 3 })
        {
            var messages = Render(Text(blocks) with { Replaces = [.. Enumerable.Repeat(layout == "embed" ? Framed : Bare, standing)] }, layout);

            Assert.Equal(standing, messages.Count);
            Assert.All(messages, (message, index) => Assert.EndsWith($"\n\n({index + 1}/{standing})", TextOf(message), StringComparison.Ordinal));
            Assert.Equal(40 * blocks, messages.Sum(message => TextOf(message).Split("word").Length - 1));
        }
    }

    [Fact]
    public void A_text_that_cannot_be_parted_stays_whole()
    {
        Assert.Single(Render(Samples.Post(RichText.Plain("x")) with { MaySplit = true, Replaces = [Framed, Framed] }, "embed"));
        Assert.Single(Render(Samples.Post(RichText.Empty) with { MaySplit = true, Replaces = [Framed, Framed] }, "embed"));
    }

    [Fact]
    public void One_message_is_not_parted_into_more()
    {
        Assert.IsType<RenderResult.TooLong>(PostRenderer.Render(Text(40) with { Replaces = [Framed] }, Channel()));
        Assert.Equal(2, Render(Text(20) with { Replaces = [Framed, Framed] }, "plain").Count);
    }

    [Fact]
    public void A_line_that_alone_is_too_long_cannot_be_sent()
    {
        Assert.Equal(
            new RenderResult.TooLong("content", 2001, 2000),
            PostRenderer.Render(Samples.Post(RichText.Empty, new string('x', 2001)) with { MaySplit = true }, Channel()));
    }

    private static Post Text(int blocks) =>
        Samples.Post(RichText.Of([.. Enumerable.Range(0, blocks).Select(_ => Line(Words(string.Concat(Enumerable.Repeat("word ", 40)).TrimEnd() + ".")))])) with { MaySplit = true };

    private static string TextOf(JsonNode message) => (string)(message["embeds"]?[0]!["description"] ?? message["content"])!;

    private static List<JsonNode> Render(Post post, string? layout) =>
        [.. Assert.IsType<RenderResult.Fits>(PostRenderer.Render(post, Channel() with { Layout = layout })).Payloads.Select(payload => JsonNode.Parse(payload)!)];
}
