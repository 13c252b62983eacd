using System.Text.Json;
using BotHost.Discord.History;

namespace BotHost.Discord.Tests.History;

public sealed class MessageMatchTests
{
    private const string Buttons = """[{"type":1,"components":[{"type":2,"style":5,"label":"Join","url":"https://example.org/join"},{"type":2,"style":2,"label":"Hold","custom_id":"1:hold:17"}]}]""";

    /// <summary>A sentence, what was sent, what stands there (without author and id), and how alike the two are.</summary>
    public static TheoryData<string, string, string, string> Rows => new()
    {
        { "the same text", """{"content":"Talk today"}""", """{"content":"Talk today","embeds":[],"components":[],"attachments":[]}""", "Same" },
        { "another text", """{"content":"Talk today"}""", """{"content":"Talk tomorrow"}""", "Other" },
        { "a text that goes on", """{"content":"Talk today"}""", """{"content":"Talk today at six"}""", "Other" },
        { "the same letters in another case", """{"content":"Talk today"}""", """{"content":"talk today"}""", "Other" },
        { "trimmed ends and spaces", """{"content":"  Talk \u00a0today\r\n\nAt six \n"}""", """{"content":"Talk today\nAt six"}""", "Same" },
        { "lost invisible characters", """{"content":"\u2068Talk\u2069 to\u200bday \u2764\ufe0f"}""", """{"content":"Talk today \u2764"}""", "Same" },
        { "other markup", """{"content":"**Talk** today"}""", """{"content":"Talk today"}""", "Other" },
        {
            "what the platform adds to an embed",
            """{"content":"","embeds":[{"title":"Talk ","url":"https://example.org","description":"A summary.","image":{"url":"attachment://a.png"}}]}""",
            """{"content":"","embeds":[{"type":"rich","url":"https://example.org/","title":"Talk","description":"A summary.","image":{"url":"https://cdn.example/a.png?ex=1","proxy_url":"https://media.example/a.png","width":640},"color":0}]}""",
            "Same"
        },
        { "dropped empty fields", """{"content":"x","embeds":[{"title":"Talk","description":"","footer":{"text":" "},"fields":[]}]}""", """{"content":"x","embeds":[{"title":"Talk"}]}""", "Same" },
        { "another title", """{"content":"x","embeds":[{"title":"Talk 1"}]}""", """{"content":"x","embeds":[{"title":"Talk 2"}]}""", "Other" },
        { "another description", """{"content":"x","embeds":[{"title":"T","description":"a"}]}""", """{"content":"x","embeds":[{"title":"T","description":"b"}]}""", "Other" },
        { "another page", """{"content":"x","embeds":[{"title":"T","url":"https://a.example/1"}]}""", """{"content":"x","embeds":[{"title":"T","url":"https://a.example/2"}]}""", "Other" },
        { "another author", """{"content":"x","embeds":[{"title":"T","author":{"name":"Ann"}}]}""", """{"content":"x","embeds":[{"title":"T","author":{"name":"Bob"}}]}""", "Other" },
        { "another author's page", """{"content":"x","embeds":[{"title":"T","author":{"name":"A","url":"https://a.example"}}]}""", """{"content":"x","embeds":[{"title":"T","author":{"name":"A"}}]}""", "Other" },
        { "another footer", """{"content":"x","embeds":[{"title":"T","footer":{"text":"1"}}]}""", """{"content":"x","embeds":[{"title":"T","footer":{"text":"2"}}]}""", "Other" },
        { "the same fields", """{"content":"x","embeds":[{"fields":[{"name":"N","value":"V"}]}]}""", """{"content":"x","embeds":[{"type":"rich","fields":[{"name":"N","value":"V","inline":false}]}]}""", "Same" },
        { "another field", """{"content":"x","embeds":[{"fields":[{"name":"N","value":"V"}]}]}""", """{"content":"x","embeds":[{"fields":[{"name":"N","value":"W"}]}]}""", "Other" },
        { "a missing embed", """{"content":"x","embeds":[{"title":"T"}]}""", """{"content":"x","embeds":[]}""", "Other" },
        { "one embed more", """{"content":"x","embeds":[{"title":"T"}]}""", """{"content":"x","embeds":[{"title":"T"},{"type":"rich","title":"U"}]}""", "Other" },
        { "embeds in another order", """{"content":"x","embeds":[{"title":"T"},{"title":"U"}]}""", """{"content":"x","embeds":[{"title":"U"},{"title":"T"}]}""", "Other" },
        { "merged pictures", """{"content":"x","embeds":[{"title":"T","url":"https://a.example"},{"url":"https://a.example","image":{"url":"https://b.example/p.png"}}]}""", """{"content":"x","embeds":[{"title":"T","url":"https://a.example"}]}""", "Same" },
        { "an added preview of a page", """{"content":"see https://a.example/x"}""", """{"content":"see https://a.example/x","embeds":[{"type":"article","url":"https://a.example/x","title":"X"}]}""", "Same" },
        { "an added rich preview of a page", """{"content":"see https://a.example/x"}""", """{"content":"see https://a.example/x","embeds":[{"type":"rich","url":"https://a.example/x","title":"X"}]}""", "Same" },
        { "frames that a moderator took off", """{"content":"Talk today","embeds":[{"title":"T"}]}""", """{"content":"Talk today","embeds":[],"flags":4}""", "Same" },
        { "nothing left when the frames are off", """{"content":"","embeds":[{"title":"T"}]}""", """{"content":"","embeds":[],"flags":4}""", "Other" },
        { "escaped addresses", """{"content":"x","embeds":[{"title":"T","url":"https://EXAMPLE.org/caf\u00e9/"}]}""", """{"content":"x","embeds":[{"title":"T","url":"https://example.org/caf%C3%A9"}]}""", "Same" },
        {
            "the same buttons",
            $$"""{"content":"x","components":{{Buttons}} }""",
            """{"content":"x","components":[{"type":1,"id":1,"components":[{"type":2,"id":2,"style":5,"label":"Join","url":"https://example.org/join"},{"type":2,"id":3,"style":2,"label":"Hold","custom_id":"1:hold:17"}]}]}""",
            "Same"
        },
        { "buttons that are gone", $$"""{"content":"x","components":{{Buttons}} }""", """{"content":"x","components":[]}""", "Other" },
        { "a button that was not sent", """{"content":"x"}""", $$"""{"content":"x","components":{{Buttons}} }""", "Other" },
        { "the same ids below other words", $$"""{"content":"x","components":{{Buttons}} }""", $$"""{"content":"y","components":{{Buttons}} }""", "Marked" },
        { "other ids below the same words", $$"""{"content":"x","components":{{Buttons}} }""", $$"""{"content":"x","components":{{Buttons.Replace("17", "18", StringComparison.Ordinal)}} }""", "Other" },
        { "another label", $$"""{"content":"x","components":{{Buttons.Replace("custom_id\":\"1:hold:17", "url\":\"https://b.example", StringComparison.Ordinal)}} }""", """{"content":"x","components":[]}""", "Other" },
        { "another page behind a button", """{"content":"x","components":[{"type":1,"components":[{"type":2,"label":"Join","url":"https://a.example/1"}]}]}""", """{"content":"x","components":[{"type":1,"components":[{"type":2,"label":"Join","url":"https://a.example/2"}]}]}""", "Other" },
        { "a picture without words", """{"content":"","attachments":[{"id":"0","filename":"aa.png"}]}""", """{"content":"","attachments":[{"id":"9","filename":"aa.png"}]}""", "Same" },
        { "another picture without words", """{"content":"","attachments":[{"id":"0","filename":"aa.png"}]}""", """{"content":"","attachments":[{"id":"9","filename":"bb.png"}]}""", "Other" },
        {
            "a picture without words in a frame",
            """{"content":"","embeds":[{"image":{"url":"attachment://aa.png"}}],"attachments":[{"id":"0","filename":"aa.png"}]}""",
            """{"content":"","embeds":[{"type":"rich","image":{"url":"https://cdn.example/1/2/aa.png?ex=1"}}],"attachments":[]}""",
            "Same"
        },
        { "nothing and nothing", """{"content":""}""", """{"content":""}""", "Other" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_message_is_known_by_its_words(string sentence, string sent, string standing, string expected)
    {
        var likeness = MessageMatch.Compare(MessageWords.TryRead(sent)!, MessageWords.Read(JsonElement.Parse(standing)));

        Assert.True(likeness.ToString() == expected, $"{sentence}: {likeness}");
    }

    [Theory]
    [InlineData("a post of the bot's", """{"author":{"id":"901"},"type":0}""", true)]
    [InlineData("a post that names no type", """{"author":{"id":"901"} }""", true)]
    [InlineData("somebody else's", """{"author":{"id":"700"},"type":0}""", false)]
    [InlineData("the answer to a command", """{"author":{"id":"901"},"type":20}""", false)]
    [InlineData("the note of a pin", """{"author":{"id":"901"},"type":6}""", false)]
    [InlineData("what came through a webhook", """{"author":{"id":"901"},"type":0,"webhook_id":"5"}""", false)]
    [InlineData("nobody's", "{}", false)]
    public void Only_posts_of_the_bots_own_count(string sentence, string message, bool expected) =>
        Assert.True(MessageMatch.IsPostOf("901", JsonElement.Parse(message)) == expected, sentence);

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    public void What_is_no_message_cannot_be_compared(string payload) => Assert.Null(MessageWords.TryRead(payload));
}
