using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class ThreadTests
{
    private const string Text = "/channels/" + Sample.Text + "/messages";
    private const string News = "/channels/" + Sample.News + "/messages";
    private const string Named = """{"name":"Harbours","auto_archive_duration":10080}""";

    [Theory]
    [InlineData(Text, Sample.Text, "11")]
    [InlineData(News, Sample.News, "10")]
    public async Task A_thread_is_opened_under_a_message_once_and_has_its_id(string messages, string channel, string type)
    {
        await using var scene = await Scene.StartAsync();
        await using var gateway = await scene.ConnectAsync();
        await gateway.IdentifyAsync();
        var id = (await scene.PostAsync(messages, """{"content":"x"}"""))["id"]!;

        var opened = await scene.PostAsync($"{messages}/{id}/threads", Named);
        var again = await scene.PostAsync($"{messages}/{id}/threads", Named);
        var heard = (await gateway.DispatchAsync("THREAD_CREATE"))["d"]!;
        var read = await scene.GetAsync($"/channels/{id}");
        var message = await scene.GetAsync($"{messages}/{id}");

        Assert.Equal((201, id, type, channel, Sample.Guild, "Harbours"), (opened.Status, opened["id"], opened["type"], opened["parent_id"], opened["guild_id"], opened["name"]));
        Assert.Equal("10080", opened.Body!["thread_metadata"]!["auto_archive_duration"]!.ToString());
        Assert.Equal((400, "160004"), (again.Status, again["code"]));
        Assert.Equal((id, "true"), ((string?)heard["id"], heard["newly_created"]!.ToString()));
        Assert.Equal(opened.Text, read.Text);
        Assert.Equal(("32", "Harbours"), (message["flags"], (string?)message.Body!["thread"]!["name"]));
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.ThreadCreated));
        Assert.Equal((channel, id, "Harbours"), (entry.ChatId, entry.MessageId, entry.Text));
    }

    public static TheoryData<string, string, int, string> Refusals => new()
    {
        { "no name", "{}", 400, "50035" },
        { "an empty name", """{"name":" "}""", 400, "50035" },
        { "a name of 101 characters", $$"""{"name":"{{new string('n', 101)}}"}""", 400, "50035" },
        { "a stay that there is not", """{"name":"x","auto_archive_duration":100}""", 400, "50035" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_no_thread_is_refused(string sentence, string body, int status, string code)
    {
        await using var scene = await Scene.StartAsync();
        var id = (await scene.PostAsync(Text, """{"content":"x"}"""))["id"];

        var answer = await scene.PostAsync($"{Text}/{id}/threads", body);

        Assert.True((status, code) == (answer.Status, answer["code"]), sentence);
        Assert.Equal(0, scene.Count(RecordKinds.ThreadCreated));
    }

    [Fact]
    public async Task There_is_no_thread_without_a_message_a_right_or_a_fitting_channel()
    {
        await using var scene = await Scene.StartAsync();
        var id = (await scene.PostAsync(Text, """{"content":"x"}"""))["id"];

        var without = await scene.PostAsync($"{Text}/1/threads", Named);
        await scene.PostAsync($"{Text}/{id}/threads", Named);
        var inside = (await scene.PostAsync($"/channels/{id}/messages", """{"content":"in it"}"""))["id"];
        var nested = await scene.PostAsync($"/channels/{id}/messages/{inside}/threads", Named);
        await scene.ControlAsync("/control/discord/rights", $$"""{"channelId":"{{Sample.Text}}","take":["CREATE_PUBLIC_THREADS"]}""");
        var second = (await scene.PostAsync(Text, """{"content":"y"}"""))["id"];
        var forbidden = await scene.PostAsync($"{Text}/{second}/threads", Named);

        Assert.Equal((404, "10008"), (without.Status, without["code"]));
        Assert.Equal((400, "50024"), (nested.Status, nested["code"]));
        Assert.Equal((403, "50013"), (forbidden.Status, forbidden["code"]));
        Assert.Equal("1", (await scene.GetAsync($"{Text}/{id}")).Body!["thread"]!["message_count"]!.ToString());
    }

    [Fact]
    public async Task A_thread_is_renamed_unless_people_archived_locked_or_deleted_it()
    {
        await using var scene = await Scene.StartAsync();
        var id = (await scene.PostAsync(Text, """{"content":"x"}"""))["id"];
        await scene.PostAsync($"{Text}/{id}/threads", Named);

        var renamed = await RenameAsync();
        await PeopleAsync("archive");
        var archived = await RenameAsync();
        await scene.PostAsync($"/channels/{id}/messages", """{"content":"a post opens it"}""");
        var opened = await RenameAsync();
        await PeopleAsync("lock");
        var locked = await RenameAsync();
        await PeopleAsync("unlock");
        await PeopleAsync("delete");
        var deleted = await RenameAsync();

        Assert.Equal((200, "Ports"), (renamed.Status, renamed["name"]));
        Assert.Equal((400, "50083"), (archived.Status, archived["code"]));
        Assert.Equal(200, opened.Status);
        Assert.Equal((400, "160005"), (locked.Status, locked["code"]));
        Assert.Equal((404, "10003"), (deleted.Status, deleted["code"]));
        Assert.Equal(400, (await scene.ControlAsync("/control/discord/thread", """{"threadId":"1","action":"lock"}""")).Status);
        Assert.Null((await scene.GetAsync($"{Text}/{id}")).Body!["thread"]);

        Task<Answer> RenameAsync() => scene.PatchAsync($"/channels/{id}", """{"name":"Ports"}""");

        async Task PeopleAsync(string action) =>
            Assert.Equal(200, (await scene.ControlAsync("/control/discord/thread", $$"""{"threadId":"{{id}}","action":"{{action}}"}""")).Status);
    }

    [Fact]
    public async Task Any_other_channel_cannot_be_renamed()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.PatchAsync("/channels/" + Sample.Text, """{"name":"x"}""");

        Assert.Equal((403, "50013"), (answer.Status, answer["code"]));
    }
}
