using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Telegram;

public sealed class PrivateChatTests
{
    [Fact]
    public async Task The_bot_reaches_a_person_only_after_that_person_has_written()
    {
        await using var scene = await Scene.StartAsync();

        var (early, unseen) = (await SendAsync(scene, Sample.Ben), await LookAsync(scene, Sample.Ben));
        await scene.ControlAsync("/control/telegram/text", $$"""{"chatId":{{Sample.Ben}},"userId":{{Sample.Ben}},"text":"/start"}""");
        var (sent, seen) = (await SendAsync(scene, Sample.Ben), await LookAsync(scene, Sample.Ben));

        Assert.Equal((403, "Forbidden: bot can't initiate conversation with a user"), (early.Status, early["description"]));
        Assert.Equal((400, "Bad Request: chat not found"), (unseen.Status, unseen["description"]));
        Assert.Equal((200, 200), (sent.Status, seen.Status));
        Assert.Equal(("private", "Ben"), ((string?)seen.Body!["result"]!["type"], (string?)seen.Body!["result"]!["first_name"]));
    }

    [Fact]
    public async Task A_person_may_block_the_bot_and_is_reached_again_after_writing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.TelegramAsync("getUpdates", """{"allowed_updates":["message","my_chat_member"]}""");

        await scene.ControlAsync("/control/telegram/rights", $$"""{"chatId":{{Sample.Ann}},"standing":"blocked"}""");
        var (blocked, seen) = (await SendAsync(scene, Sample.Ann), await LookAsync(scene, Sample.Ann));
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "/start");
        var open = await SendAsync(scene, Sample.Ann);
        var updates = (await scene.TelegramAsync("getUpdates")).Body!["result"]!.AsArray();

        Assert.Equal((403, "Forbidden: bot was blocked by the user"), (blocked.Status, blocked["description"]));
        Assert.Equal((200, 200), (seen.Status, open.Status));
        Assert.Equal(
            ["member kicked", "kicked member"],
            updates.Select(update => update!["my_chat_member"]).OfType<System.Text.Json.Nodes.JsonNode>()
                .Select(change => $"{change["old_chat_member"]!["status"]} {change["new_chat_member"]!["status"]}"));
        Assert.Equal("/start", (string?)updates[^1]!["message"]!["text"]);
    }

    private static Task<Answer> SendAsync(Scene scene, long user) => scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{user}},"text":"report"}""");

    private static Task<Answer> LookAsync(Scene scene, long user) => scene.TelegramAsync("getChat", $$"""{"chat_id":{{user}}}""");
}
