using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Tests.BotApi;

public class PictureEditingTests
{
    private const string Keyboard = """{"inline_keyboard":[[{"text":"Join","url":"https://example.org"}]]}""";

    private const string Photo =
        $$"""{"chat_id":-100,"message_thread_id":5,"photo":"attach://ab12.png","caption":"講演","caption_entities":[{"type":"bold","offset":0,"length":2}],"disable_notification":true,"reply_markup":{{Keyboard}}}""";

    private const string Text =
        $$"""{"chat_id":-100,"text":"講演","entities":[{"type":"bold","offset":0,"length":2}],"link_preview_options":{"is_disabled":true},"reply_markup":{{Keyboard}}}""";

    private const string Caption =
        $$"""{"message_id":77,"chat_id":-100,"caption":"講演","caption_entities":[{"type":"bold","offset":0,"length":2}],"reply_markup":{{Keyboard}}}""";

    private static readonly EditOrder Order = new(new ChannelAddress(new PlatformId("telegram"), "-100"), "77", Photo);

    private static async Task<(BotStage Stage, Outcome Outcome)> EditAsync(EditOrder order, params (string Method, string Refusal)[] refusals) =>
        await EditAsync(order, calls: 1, refusals);

    private static async Task<(BotStage Stage, Outcome Outcome)> EditAsync(EditOrder order, int calls, params (string Method, string Refusal)[] refusals)
    {
        var stage = await BotStage.OpenAsync();
        stage.Pictures.ByHash["ab12"] = [1, 2, 0xFF];
        foreach (var (method, refusal) in refusals)
        {
            stage.Answer(method, $$"""{"ok":false,"error_code":400,"description":"Bad Request: {{refusal}}"}""", 400);
        }

        var editing = stage.Platform.EditAsync(order, TestContext.Current.CancellationToken);
        for (var call = 1; call < calls; call++)
        {
            // Each further call waits for the next slot of the chat.
            await stage.PassAsync(TimeSpan.FromSeconds(1));
        }

        return (stage, await editing.WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken));
    }

    private static void AssertCalls(BotStage stage, params (string Method, string Body)[] expected)
    {
        Assert.Equal(expected.Select(call => call.Method), stage.Calls.Select(call => call.Method));
        Assert.All(stage.Calls.Zip(expected), pair =>
            Assert.True(JsonNode.DeepEquals(pair.First.Body, JsonNode.Parse(pair.Second.Body)), pair.First.Body.ToJsonString()));
    }

    [Fact]
    public async Task The_words_below_the_same_picture_are_edited_alone_and_keep_the_keyboard()
    {
        var (stage, outcome) = await EditAsync(Order);
        await using var closing = stage;

        Assert.Equal(new Outcome.Sent("77"), outcome);
        AssertCalls(stage, ("editMessageCaption", Caption));
    }

    [Fact]
    public async Task Another_picture_takes_the_place_of_the_first_with_its_words_and_its_keyboard()
    {
        var (stage, outcome) = await EditAsync(Order with { PicturesChanged = true });
        await using var closing = stage;

        Assert.Equal(new Outcome.Sent("77"), outcome);
        var form = new JsonObject
        {
            ["message_id"] = "77",
            ["chat_id"] = "-100",
            ["media"] = """{"type":"photo","media":"attach://ab12.png","caption":"講演","caption_entities":[{"type":"bold","offset":0,"length":2}]}""",
            ["reply_markup"] = Keyboard,
        };
        AssertCalls(stage, ("editMessageMedia", form.ToJsonString()));
        Assert.Equal([1, 2, 0xFF], stage.Files["ab12.png"].Bytes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("message is not modified")]
    public async Task A_picture_without_words_loses_those_that_it_had(string? refusal)
    {
        var (stage, outcome) = await EditAsync(
            Order with { Payload = """{"chat_id":-100,"photo":"attach://ab12.png"}""" }, refusal is null ? [] : [("editMessageCaption", refusal)]);
        await using var closing = stage;

        Assert.Equal(new Outcome.Sent("77"), outcome);
        AssertCalls(stage, ("editMessageCaption", """{"message_id":77,"chat_id":-100}"""));
    }

    [Fact]
    public async Task A_picture_without_words_takes_the_place_of_a_text()
    {
        var (stage, outcome) = await EditAsync(
            Order with { Payload = """{"chat_id":-100,"photo":"attach://ab12.png"}""" }, 2, ("editMessageCaption", "there is no caption in the message to edit"));
        await using var closing = stage;

        Assert.Equal(new Outcome.Sent("77"), outcome);
        Assert.Equal(["editMessageCaption", "editMessageMedia"], stage.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task Another_picture_without_words_is_replaced()
    {
        var (stage, _) = await EditAsync(Order with { Payload = """{"chat_id":-100,"photo":"attach://ab12.png"}""", PicturesChanged = true });
        await using var closing = stage;

        AssertCalls(stage, ("editMessageMedia", """{"message_id":"77","chat_id":"-100","media":"{\"type\":\"photo\",\"media\":\"attach://ab12.png\"}"}"""));
    }

    [Fact]
    public async Task Where_nobody_has_the_picture_any_more_the_words_are_corrected_without_it()
    {
        var (stage, outcome) = await EditAsync(Order with { Payload = Photo.Replace("ab12", "cd34", StringComparison.Ordinal), PicturesChanged = true });
        await using var closing = stage;

        Assert.Equal(new Outcome.Sent("77"), outcome);
        AssertCalls(stage, ("editMessageCaption", Caption));
        Assert.Contains(stage.Logs.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("the picture cd34.png is gone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("IMAGE_PROCESS_FAILED")]
    [InlineData("PHOTO_INVALID_DIMENSIONS")]
    [InlineData("file is too big")]
    public async Task Where_the_picture_is_refused_the_words_are_corrected_without_it(string refusal)
    {
        var (stage, outcome) = await EditAsync(Order with { PicturesChanged = true }, 2, ("editMessageMedia", refusal));
        await using var closing = stage;

        Assert.Equal(new Outcome.Sent("77"), outcome);
        Assert.Equal(["editMessageMedia", "editMessageCaption"], stage.Calls.Select(call => call.Method));
        Assert.True(JsonNode.DeepEquals(stage.Calls.Last().Body, JsonNode.Parse(Caption)));
        Assert.Contains(stage.Logs.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains(refusal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_for_a_message_of_text_that_is_refused_is_tried_once()
    {
        var (stage, outcome) = await EditAsync(
            Order, 2, ("editMessageCaption", "there is no caption in the message to edit"), ("editMessageMedia", "IMAGE_PROCESS_FAILED"));
        await using var closing = stage;

        Assert.Equal(RejectionScope.Picture, Assert.IsType<Outcome.Rejected>(outcome).Scope);
        Assert.Equal(["editMessageCaption", "editMessageMedia"], stage.Calls.Select(call => call.Method));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_for_a_message_that_shows_a_picture_becomes_its_caption(bool picturesChanged)
    {
        var (stage, outcome) = await EditAsync(
            Order with { Payload = Text, PicturesChanged = picturesChanged }, 2, ("editMessageText", "there is no text in the message to edit"));
        await using var closing = stage;

        Assert.Equal(new Outcome.Sent("77"), outcome);
        AssertCalls(
            stage,
            ("editMessageText", $$"""{"message_id":77,"chat_id":-100,"text":"講演","entities":[{"type":"bold","offset":0,"length":2}],"link_preview_options":{"is_disabled":true},"reply_markup":{{Keyboard}}}"""),
            ("editMessageCaption", Caption));
    }

    [Theory]
    [InlineData(1024, 2)]
    [InlineData(1025, 1)]
    public async Task A_text_that_does_not_fit_below_the_picture_is_refused_with_the_reason(int length, int calls)
    {
        var (stage, outcome) = await EditAsync(
            Order with { Payload = $$"""{"chat_id":-100,"text":"{{new string('x', length)}}"}""" }, calls, ("editMessageText", "there is no text in the message to edit"));
        await using var closing = stage;

        Assert.Equal(calls, stage.Calls.Count);
        if (calls == 1)
        {
            var refused = Assert.IsType<Outcome.Rejected>(outcome);
            Assert.Equal(RejectionScope.Message, refused.Scope);
            Assert.Equal("the message shows a picture, below which 1,024 characters fit, and the text has 1,025", refused.Reason);
            Assert.Equal("shorten the talk's texts, or delete the message and post the talk again", refused.Remedy);
        }
    }

    [Fact]
    public async Task A_picture_for_a_message_of_text_is_put_into_it()
    {
        var (stage, outcome) = await EditAsync(Order, 2, ("editMessageCaption", "there is no caption in the message to edit"));
        await using var closing = stage;

        Assert.Equal(new Outcome.Sent("77"), outcome);
        Assert.Equal(["editMessageCaption", "editMessageMedia"], stage.Calls.Select(call => call.Method));
    }

    [Theory]
    [InlineData("message is not modified", "Sent 77")]
    [InlineData("message to edit not found", "Rejected Message")]
    [InlineData("chat not found", "Rejected Target")]
    public async Task Each_answer_to_another_picture_has_its_outcome(string refusal, string expected)
    {
        var (stage, outcome) = await EditAsync(Order with { PicturesChanged = true }, ("editMessageMedia", refusal));
        await using var closing = stage;

        Assert.Equal(expected, outcome switch
        {
            Outcome.Sent sent => $"Sent {sent.Receipt}",
            Outcome.Rejected rejected => $"Rejected {rejected.Scope}",
            _ => outcome.GetType().Name,
        });
    }
}
