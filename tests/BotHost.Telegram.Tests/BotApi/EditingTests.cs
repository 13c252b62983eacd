using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.Tests.BotApi;

public class EditingTests
{
    private const string Payload =
        """{"chat_id":-100,"message_thread_id":5,"text":"講演","entities":[{"type":"bold","offset":0,"length":2}],"link_preview_options":{"is_disabled":true},"disable_notification":true,"reply_markup":{"inline_keyboard":[[{"text":"Join","url":"https://example.org"}]]}}""";

    private static readonly EditOrder Order = new(new ChannelAddress(new PlatformId("telegram"), "-100"), "77", Payload);

    private static Task<Outcome> EditAsync(IChatPlatform platform, EditOrder? order = null) =>
        platform.EditAsync(order ?? Order, TestContext.Current.CancellationToken);

    [Fact]
    public async Task An_edit_says_the_new_text_and_keeps_the_keyboard()
    {
        await using var stage = await BotStage.OpenAsync();

        var outcome = await EditAsync(stage.Platform);

        Assert.Equal(new Outcome.Sent("77"), outcome);
        var call = await stage.NextAsync("editMessageText");
        Assert.True(JsonNode.DeepEquals(call, JsonNode.Parse(
            """{"message_id":77,"chat_id":-100,"text":"講演","entities":[{"type":"bold","offset":0,"length":2}],"link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":[[{"text":"Join","url":"https://example.org"}]]}}""")), call.ToJsonString());
        Assert.Equal(0, stage.CountOf("sendMessage"));
    }

    [Theory]
    [InlineData("no number", Payload)]
    [InlineData("77", "not json")]
    [InlineData("77", "[]")]
    public async Task What_names_no_message_or_is_none_never_leaves(string receipt, string payload)
    {
        await using var stage = await BotStage.OpenAsync();

        var outcome = await EditAsync(stage.Platform, Order with { Receipt = receipt, Payload = payload });

        Assert.IsType<Outcome.Rejected>(outcome);
        Assert.Equal(0, stage.CountOf("editMessageText"));
    }

    public static TheoryData<string, int, string, string> Table => new()
    {
        { "the edited message", 200, """{"ok":true,"result":{"message_id":77}}""", "Sent 77" },
        { "a plain yes", 200, """{"ok":true,"result":true}""", "Sent 77" },
        { "it says so already", 400, """{"ok":false,"error_code":400,"description":"Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"}""", "Sent 77" },
        { "a deleted message", 400, """{"ok":false,"error_code":400,"description":"Bad Request: message to edit not found"}""", "Rejected Message" },
        { "a message that cannot be edited", 400, """{"ok":false,"error_code":400,"description":"Bad Request: message can't be edited"}""", "Rejected Message" },
        { "kicked from the group", 403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was kicked from the supergroup chat"}""", "Rejected Target" },
        { "an unauthorised bot stops", 401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", "Rejected Bot" },
        { "a flood wait", 429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 9","parameters":{"retry_after":9}}""", "Deferred 10" },
        { "a broken server", 502, "bad gateway", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_answer_has_its_outcome(string row, int status, string body, string expected)
    {
        Assert.NotEmpty(row);
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("editMessageText", body, status);

        var outcome = await EditAsync(stage.Platform);

        var told = outcome switch
        {
            Outcome.Sent sent => $"Sent {sent.Receipt}",
            Outcome.Rejected rejected => $"Rejected {rejected.Scope}",
            Outcome.Deferred deferred => $"Deferred {deferred.After.TotalSeconds:0}",
            _ => outcome.GetType().Name,
        };
        Assert.Equal(expected, told);
        Assert.Equal(expected == "Rejected Bot", stage.Platform.State is PlatformState.Refused);
    }

    [Fact]
    public async Task After_a_429_the_chat_is_left_alone_for_its_time()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("editMessageText", """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 99","parameters":{"retry_after":99}}""", 429);

        await EditAsync(stage.Platform);
        var second = await EditAsync(stage.Platform);

        Assert.Equal(TimeSpan.FromSeconds(100), Assert.IsType<Outcome.Deferred>(second).After);
        Assert.Equal(1, stage.CountOf("editMessageText"));
    }
}
