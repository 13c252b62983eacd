using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class HistoryTests
{
    private const string Post = "/channels/" + Sample.Text + "/messages";

    [Theory]
    [InlineData("", "7 6 5 4 3 2 1")]
    [InlineData("?limit=2", "7 6")]
    [InlineData("?limit=2&before=ID5", "4 3")]
    [InlineData("?limit=2&after=ID3", "5 4")]
    [InlineData("?limit=3&around=ID4", "5 4 3")]
    [InlineData("?after=ID7", "")]
    public async Task History_comes_newest_first_from_where_it_is_asked(string query, string expected)
    {
        await using var scene = await Scene.StartAsync();
        for (var number = 1; number <= 7; number++)
        {
            var id = (await scene.PostAsync(Post, $$"""{"content":"{{number}}"}"""))["id"];
            query = query.Replace($"ID{number}", id, StringComparison.Ordinal);
        }

        var history = await scene.GetAsync(Post + query);

        Assert.Equal(expected, string.Join(' ', history.Body!.AsArray().Select(message => (string?)message!["content"])));
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=101")]
    [InlineData("?before=yesterday")]
    public async Task A_limit_or_anchor_that_Discord_does_not_know_is_an_invalid_form(string query)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.GetAsync(Post + query);

        Assert.Equal((400, "50035"), (answer.Status, answer["code"]));
    }

    [Fact]
    public async Task Fifty_messages_come_where_no_limit_is_given()
    {
        await using var scene = await Scene.StartAsync();
        for (var number = 0; number < 51; number++)
        {
            await scene.PostAsync(Post, """{"content":"x"}""");
        }

        Assert.Equal(50, (await scene.GetAsync(Post)).Body!.AsArray().Count);
        Assert.Equal(51, (await scene.GetAsync(Post + "?limit=100")).Body!.AsArray().Count);
    }

    [Fact]
    public async Task A_message_in_history_is_whole()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.WriteDiscord(Sample.Text, Sample.Member, "good morning");
        await scene.PostAsync(Post, """
            {"content":"Talk","nonce":"n1","embeds":[{"title":"T","fields":[{"name":"n","value":"v"}]}],
             "components":[{"type":1,"components":[{"type":2,"style":5,"label":"Join","url":"https://example.org/"}]}]}
            """);

        var history = (await scene.GetAsync(Post)).Body!;

        Assert.Equal(("Talk", Sample.Application, "true"), ((string?)history[0]!["content"], (string?)history[0]!["author"]!["id"], history[0]!["author"]!["bot"]!.ToString()));
        Assert.Equal(("rich", "T", "v"), ((string?)history[0]!["embeds"]![0]!["type"], (string?)history[0]!["embeds"]![0]!["title"], (string?)history[0]!["embeds"]![0]!["fields"]![0]!["value"]));
        Assert.Equal(("1", "2"), (history[0]!["components"]![0]!["id"]!.ToString(), history[0]!["components"]![0]!["components"]![0]!["id"]!.ToString()));
        Assert.Equal("[]", history[0]!["attachments"]!.ToJsonString());
        Assert.Equal(("good morning", Sample.Member), ((string?)history[1]!["content"], (string?)history[1]!["author"]!["id"]));
    }

    [Fact]
    public async Task History_is_empty_without_its_right_and_refused_in_a_hidden_channel()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PostAsync(Post, """{"content":"x"}""");

        await scene.ControlAsync("/control/discord/rights", $$"""{"channelId":"{{Sample.Text}}","take":["READ_MESSAGE_HISTORY"]}""");
        var unread = await scene.GetAsync(Post);
        await scene.ControlAsync("/control/discord/rights", $$"""{"channelId":"{{Sample.Text}}","take":["VIEW_CHANNEL"]}""");
        var hidden = await scene.GetAsync(Post);
        await scene.ControlAsync("/control/discord/rights", $$"""{"channelId":"{{Sample.Text}}","take":[]}""");
        var back = await scene.GetAsync(Post);

        Assert.Equal((200, "[]"), (unread.Status, unread.Text));
        Assert.Equal((403, "50001"), (hidden.Status, hidden["code"]));
        Assert.Single(back.Body!.AsArray());
    }
}
