using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class DirectMessageTests
{
    [Fact]
    public async Task A_direct_channel_is_a_chat_of_its_own_and_the_same_one_again()
    {
        await using var scene = await Scene.StartAsync();

        var opened = await OpenAsync(scene, Sample.Member);
        var again = await OpenAsync(scene, Sample.Member);
        var other = await OpenAsync(scene, Sample.Moderator);
        var written = await scene.PostAsync($"/channels/{opened["id"]}/messages", """{"content":"report"}""");

        Assert.Equal(("1", Sample.Member), (opened["type"], (string?)opened.Body!["recipients"]![0]!["id"]));
        Assert.Equal(opened["id"], again["id"]);
        Assert.NotEqual(opened["id"], other["id"]);
        Assert.Equal((200, opened["id"]), (written.Status, written["channel_id"]));
        Assert.Equal((opened["id"], "report"), (scene.Server.Record.OfKind(RecordKinds.MessageCreated).Single().ChatId, scene.Server.Record.OfKind(RecordKinds.MessageCreated).Single().Text));
        Assert.Equal(
            [(opened["id"], Sample.Member), (other["id"], Sample.Moderator)],
            scene.Server.Record.OfKind(RecordKinds.DirectChannelOpened).Select(entry => (entry.ChatId, entry.UserId)));
    }

    [Fact]
    public async Task Nobody_can_write_to_a_stranger()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await OpenAsync(scene, "300000000000000077");

        Assert.Equal((400, "50033"), (answer.Status, answer["code"]));
    }

    [Fact]
    public async Task A_user_may_refuse_messages_and_take_them_again()
    {
        await using var scene = await Scene.StartAsync();
        var opened = await OpenAsync(scene, Sample.Member);

        await scene.ControlAsync("/control/discord/direct-messages", $$"""{"userId":"{{Sample.Member}}","refused":true}""");
        var reopened = await OpenAsync(scene, Sample.Member);
        var refused = await scene.PostAsync($"/channels/{opened["id"]}/messages", """{"content":"report"}""");
        await scene.ControlAsync("/control/discord/direct-messages", $$"""{"userId":"{{Sample.Member}}","refused":false}""");
        var taken = await scene.PostAsync($"/channels/{opened["id"]}/messages", """{"content":"report"}""");

        Assert.Equal(200, reopened.Status);
        Assert.Equal((403, "50007"), (refused.Status, refused["code"]));
        Assert.Equal(200, taken.Status);
        Assert.Equal(1, scene.Count(RecordKinds.MessageCreated));
    }

    private static Task<Answer> OpenAsync(Scene scene, string user) => scene.PostAsync("/users/@me/channels", $$"""{"recipient_id":"{{user}}"}""");
}
