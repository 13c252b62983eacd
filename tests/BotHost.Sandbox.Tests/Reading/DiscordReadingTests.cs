using System.Text.Json.Nodes;
using BotHost.Sandbox.Reading;

namespace BotHost.Sandbox.Tests.Reading;

public sealed class DiscordReadingTests
{
    public static TheoryData<string, string, string, string> Markup => new()
    {
        { "plain words", "Talk today", "Talk today", "" },
        { "escapes", @"\*not bold\* \<@1\> \[x\](y) 1\. \# \_a\_", "*not bold* <@1> [x](y) 1. # _a_", "" },
        { "emphasis in emphasis", "**bold *and slanted*** __under__ _slanted_ ~~gone~~ ||hidden||", "bold and slanted under slanted gone hidden", "" },
        { "an underscore inside a word", "snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4", "" },
        { "a masked link", "[Join **here**](https://example.org/a_b)", "Join here", "Join here -> https://example.org/a_b" },
        { "a masked link without a preview", "[Join](<https://example.org/>)", "Join", "Join -> https://example.org/" },
        { "a bare address before a full stop", "See https://example.org/x.", "See https://example.org/x.", "https://example.org/x -> https://example.org/x" },
        { "an address in brackets", "<https://example.org/>", "https://example.org/", "https://example.org/ -> https://example.org/" },
        { "an escaped link", @"\[Join](https://example.org/)", "[Join](https://example.org/)", "https://example.org/ -> https://example.org/" },
        { "code", "`**x**` and ``a`b``", "**x** and a`b", "" },
        { "a fence", "```cs\nint **x**;\n```", "int **x**;", "" },
        { "headings, small print and a quote", "# Big\n## Less *so*\n-# small\n> quoted\nend", "Big\nLess so\nsmall\nquoted\nend", "" },
        { "lists", "Before\n- one\n- **two**\n1. first\nafter", "Before\n• one\n• two\n1. first\nafter", "" },
        { "paragraphs", "one\n\ntwo", "one\n\ntwo", "" },
        { "moments", "<t:1893456000:F> and <t:1893456000>", "[1893456000 F] and [1893456000 f]", "" },
        { "what is nearly a moment", "<t:now> <t:1:x>", "<t:now> <t:1:x>", "" },
        { "writing of all kinds", "アジア 🎉 שלום **你好**", "アジア 🎉 שלום 你好", "" },
    };

    [Theory]
    [MemberData(nameof(Markup))]
    public void Markup_says_what_a_reader_sees(string what, string markup, string text, string links)
    {
        var read = Read(new JsonObject { ["content"] = markup });

        Assert.True(text == read.Text, $"{what}: {read.Text}");
        Assert.Equal(links, string.Join(", ", read.Links.Select(link => $"{link.Text} -> {link.Target}")));
    }

    [Fact]
    public void A_frame_is_read_from_top_to_bottom()
    {
        var read = Read(new JsonObject
        {
            ["content"] = "@everyone Talk 1",
            ["embeds"] = new JsonArray(new JsonObject
            {
                ["author"] = new JsonObject { ["name"] = "【New Event】 *Talk* 1", ["icon_url"] = "attachment://logo.png" },
                ["title"] = @"A \*star\*",
                ["url"] = "https://example.org/1",
                ["description"] = "### When\n<t:1893456000:F>",
                ["fields"] = new JsonArray(new JsonObject { ["name"] = "Where", ["value"] = "**Here**" }),
                ["footer"] = new JsonObject { ["text"] = "the *end*" },
                ["image"] = new JsonObject { ["url"] = "attachment://poster.png" },
                ["thumbnail"] = new JsonObject { ["url"] = "https://example.org/face.png" },
            }),
            ["attachments"] = new JsonArray(
                new JsonObject { ["id"] = 0, ["filename"] = "poster.png", ["description"] = "A bridge" },
                new JsonObject { ["id"] = 1, ["filename"] = "logo.png" },
                new JsonObject { ["id"] = 2, ["filename"] = "talk.ics" }),
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = 1,
                ["components"] = new JsonArray(
                    new JsonObject { ["type"] = 2, ["style"] = 5, ["label"] = "Join", ["url"] = "https://example.org/join" },
                    new JsonObject { ["type"] = 2, ["style"] = 1, ["label"] = "Hold", ["custom_id"] = "v1:hold" }),
            }),
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray("everyone") },
            ["flags"] = 4096,
        });

        Assert.Equal(["@everyone Talk 1", "【New Event】 *Talk* 1", "A *star*", "When", "[1893456000 F]", "Where", "Here", "the *end*"], read.Lines);
        Assert.Equal(("【New Event】 *Talk* 1", "A *star*", "@everyone Talk 1"), (read.Author, read.Title, read.Outside));
        Assert.Equal(["A *star*", "When"], read.Headings);
        Assert.Equal([new ReadLink("A *star*", "https://example.org/1")], read.Links);
        Assert.Equal(
            [
                new ReadPicture("icon", "logo.png", null), new ReadPicture("thumbnail", "https://example.org/face.png", null),
                new ReadPicture("image", "poster.png", "A bridge"), new ReadPicture("attachment", "talk.ics", null),
            ],
            read.Pictures);
        Assert.Equal([new ReadButton("Join", "https://example.org/join", null), new ReadButton("Hold", null, "v1:hold")], read.Buttons);
        Assert.Equal(["everyone"], read.Pings);
        Assert.True(read.IsSilent);
    }

    [Theory]
    [InlineData("""{"content":"<@1> <@&2> @here <#3>","allowed_mentions":{"parse":[]}}""", "user:1 role:2 here channel:3", "")]
    [InlineData("""{"content":"<@1> <@&2> @here","allowed_mentions":{"parse":[],"roles":["2"]}}""", "user:1 role:2 here", "role:2")]
    [InlineData("""{"content":"<@1> <@&2> @here"}""", "user:1 role:2 here", "user:1 role:2 here")]
    [InlineData("""{"content":"x","embeds":[{"description":"@everyone <@1>"}]}""", "everyone user:1", "")]
    [InlineData("""{"content":"\\@everyone \\<@1>"}""", "", "")]
    public void Mentions_reach_whom_the_payload_lets_them(string payload, string mentions, string pings)
    {
        var read = DiscordReading.Read(payload);

        Assert.Equal((mentions, pings), (string.Join(' ', read.Mentions), string.Join(' ', read.Pings)));
    }

    [Theory]
    [InlineData("""{"content":"https://example.org/ https://example.net/"}""", "https://example.org/")]
    [InlineData("""{"content":"<https://example.org/> [x](<https://example.org/>)"}""", null)]
    [InlineData("""{"content":"https://example.org/","flags":4}""", null)]
    [InlineData("""{"content":"x","embeds":[{"description":"https://example.org/"}]}""", null)]
    public void A_preview_is_shown_of_the_first_address_that_asks_for_one(string payload, string? page) =>
        Assert.Equal(page, DiscordReading.Read(payload).LinkPreview);

    [Fact]
    public void What_Discord_refuses_is_no_message()
    {
        var refused = Assert.Throws<FormatException>(() => DiscordReading.Read($$"""{"content":"{{new string('x', 2001)}}"}"""));

        Assert.Contains("BASE_TYPE_MAX_LENGTH", refused.Message, StringComparison.Ordinal);
    }

    private static ReadMessage Read(JsonObject payload) =>
        DiscordReading.Read(payload.ToJsonString(), (seconds, style) => $"[{seconds} {style}]");
}
