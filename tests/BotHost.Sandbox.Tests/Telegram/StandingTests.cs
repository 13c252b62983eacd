using BotHost.Sandbox.Tests.Scenes;
using BotHost.TestKit.Pictures;

namespace BotHost.Sandbox.Tests.Telegram;

public sealed class StandingTests
{
    public static TheoryData<string, long, string, int, string> Refusals => new()
    {
        { "a group lets the bot only read", Sample.Group, "cannot-write", 400, "Bad Request: not enough rights to send text messages to the chat" },
        { "a channel lets the bot not post", Sample.Channel, "cannot-write", 400, "Bad Request: need administrator rights in the channel chat" },
        { "a group puts the bot out", Sample.Group, "kicked", 403, "Forbidden: bot was kicked from the supergroup chat" },
        { "a channel puts the bot out", Sample.Channel, "kicked", 403, "Forbidden: bot was kicked from the channel chat" },
        { "the bot is no longer there", Sample.Group, "left", 403, "Forbidden: bot is not a member of the supergroup chat" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_changed_standing_is_felt_until_all_is_as_before(string what, long chat, string standing, int status, string description)
    {
        await using var scene = await Scene.StartAsync();

        await ChangeAsync(scene, chat, standing);
        var (refused, elsewhere) = (await SendAsync(scene, chat), await SendAsync(scene, Sample.Ann));
        await ChangeAsync(scene, chat, "as-before");
        var taken = await SendAsync(scene, chat);

        Assert.True(refused.Status == status, what);
        Assert.Equal(description, refused["description"]);
        Assert.Equal((200, 200), (elsewhere.Status, taken.Status));
    }

    [Fact]
    public async Task A_channel_is_lost_by_its_name_as_well_as_by_its_number()
    {
        await using var scene = await Scene.StartAsync();
        await ChangeAsync(scene, Sample.Channel, "kicked");

        var answer = await scene.TelegramAsync("sendMessage", """{"chat_id":"@talk_news","text":"x"}""");

        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task Photos_are_refused_in_words_of_their_own()
    {
        await using var scene = await Scene.StartAsync();
        await ChangeAsync(scene, Sample.Group, "cannot-write");

        var answer = await scene.TelegramAsync("sendPhoto", [("chat_id", $"{Sample.Group}")], ("photo", PngPicture.Of(8, 8)));

        Assert.Equal((400, "Bad Request: not enough rights to send photos to the chat"), (answer.Status, answer["description"]));
    }

    [Fact]
    public async Task A_bot_that_may_not_pin_may_still_write()
    {
        await using var scene = await Scene.StartAsync();
        await ChangeAsync(scene, Sample.Channel, "cannot-pin");

        var sent = await SendAsync(scene, Sample.Channel);
        var pinned = await scene.TelegramAsync("pinChatMessage", $$"""{"chat_id":{{Sample.Channel}},"message_id":{{sent.Body!["result"]!["message_id"]}}}""");

        Assert.Equal((200, 400, "Bad Request: not enough rights to manage pinned messages in the chat"), (sent.Status, pinned.Status, pinned["description"]));
    }

    [Theory]
    [InlineData(Sample.Group, "cannot-write", "member restricted")]
    [InlineData(Sample.Group, "kicked", "member kicked")]
    [InlineData(Sample.Channel, "cannot-write", "administrator administrator")]
    [InlineData(Sample.Channel, "left", "administrator left")]
    public async Task The_bot_hears_of_it_in_an_update(long chat, string standing, string statuses)
    {
        await using var scene = await Scene.StartAsync();
        await scene.TelegramAsync("getUpdates", """{"allowed_updates":["my_chat_member"]}""");

        await ChangeAsync(scene, chat, standing);

        var change = (await scene.TelegramAsync("getUpdates")).Body!["result"]!.AsArray().Single()!["my_chat_member"]!;
        Assert.Equal((chat, Sample.Ann), ((long)change["chat"]!["id"]!, (long)change["from"]!["id"]!));
        Assert.Equal(statuses, $"{change["old_chat_member"]!["status"]} {change["new_chat_member"]!["status"]}");
        Assert.Equal("700100", change["new_chat_member"]!["user"]!["id"]!.ToString());
        if (statuses == "administrator administrator")
        {
            Assert.Equal(("true", "false"), (change["old_chat_member"]!["can_post_messages"]!.ToString(), change["new_chat_member"]!["can_post_messages"]!.ToString()));
        }
    }

    [Fact]
    public async Task A_bot_that_asks_for_other_updates_only_hears_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.TelegramAsync("getUpdates", """{"allowed_updates":["message"]}""");

        await ChangeAsync(scene, Sample.Group, "kicked");

        Assert.Empty((await scene.TelegramAsync("getUpdates")).Body!["result"]!.AsArray());
    }

    [Theory]
    [InlineData(Sample.Group, "blocked", "Only a person can block")]
    [InlineData(Sample.Ann, "kicked", "private chat")]
    [InlineData(Sample.Group, "sulking", "sulking")]
    [InlineData(-5, "kicked", "no chat -5")]
    public async Task A_standing_that_cannot_be_is_refused_with_its_reason(long chat, string standing, string reason)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await ChangeAsync(scene, chat, standing);

        Assert.Equal(400, answer.Status);
        Assert.Contains(reason, answer["error"], StringComparison.Ordinal);
    }

    private static Task<Answer> ChangeAsync(Scene scene, long chat, string standing) =>
        scene.ControlAsync("/control/telegram/rights", $$"""{"chatId":{{chat}},"standing":"{{standing}}"}""");

    private static Task<Answer> SendAsync(Scene scene, long chat) => scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{chat}},"text":"x"}""");
}
