using System.Text.Json.Nodes;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Texts;

namespace BotHost.Telegram.Tests.Updates;

public class ConversationTests
{
    [Fact]
    public async Task A_command_in_a_topic_is_answered_in_the_topic_below_the_question()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/next", chat: -100, type: "supergroup", extra: ""","is_topic_message":true,"message_thread_id":17"""));

        var sent = await stage.NextAsync("sendMessage");
        Assert.Equal(-100, sent["chat_id"]!.GetValue<long>());
        Assert.Equal(17, sent["message_thread_id"]!.GetValue<int>());
        Assert.Equal("""{"message_id":1041,"allow_sending_without_reply":true}""", sent["reply_parameters"]!.ToJsonString());
        Assert.Equal("answer to next", sent["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_press_is_acknowledged_before_anything_else_and_its_message_is_replaced()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Router.Answer = _ => Reply.Say("Posted.") with { ReplacesPressed = true };
        await stage.StartAsync();

        stage.Deliver(BotStage.Press(41, "v1:post:7"));
        var edit = await stage.NextAsync("editMessageText");

        Assert.Equal(9, edit["message_id"]!.GetValue<int>());
        Assert.Null(edit["reply_markup"]);
        Assert.Equal(
            ["answerCallbackQuery", "editMessageText"],
            stage.Calls.Select(call => call.Method).Where(method => method is not ("getMe" or "setMyCommands" or "getUpdates")));
        var asked = Assert.Single(stage.Router.Asked);
        Assert.Equal(("post", 7L), (asked.Name, asked.PressedRow!.Value));
        Assert.Empty(asked.Author.Permissions);
    }

    [Fact]
    public async Task A_press_whose_message_is_gone_is_answered_below()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("editMessageText", """{"ok":false,"error_code":400,"description":"Bad Request: message to edit not found"}""", 400);
        stage.Router.Answer = _ => Reply.Say("Posted.") with { ReplacesPressed = true };
        await stage.StartAsync();

        stage.Deliver(BotStage.Press(41, "v1:post:7", chat: 5, type: "private"));
        await stage.NextAsync("editMessageText");
        await stage.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("Posted.", (await stage.NextAsync("sendMessage"))["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unchanged_message_counts_as_replaced()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("editMessageText", """{"ok":false,"error_code":400,"description":"Bad Request: message is not modified: same"}""", 400);
        stage.Router.Answer = command => Reply.Say("Posted.") with { ReplacesPressed = command.IsPress };
        await stage.StartAsync();

        stage.Deliver(BotStage.Press(41, "v1:post:7"), stage.Command(42, "/next"));
        await stage.NextAsync("getUpdates");
        await stage.NextAsync("getUpdates");
        await stage.StopAsync();

        Assert.Equal(1, stage.CountOf("sendMessage"));
    }

    [Fact]
    public async Task A_private_answer_to_a_question_in_a_group_goes_to_the_askers_own_chat()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Router.Answer = _ => Reply.Whisper("for you");
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/next", chat: -100, type: "group"));

        var sent = await stage.NextAsync("sendMessage");
        Assert.Equal(5, sent["chat_id"]!.GetValue<long>());
        Assert.Null(sent["reply_parameters"]);
    }

    [Fact]
    public async Task A_private_answer_never_replaces_a_message_that_a_group_can_read()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Router.Answer = _ => Reply.Whisper("for you") with { ReplacesPressed = true };
        await stage.StartAsync();

        stage.Deliver(BotStage.Press(41, "v1:post:7"));

        Assert.Equal(5, (await stage.NextAsync("sendMessage"))["chat_id"]!.GetValue<long>());
        Assert.Equal(0, stage.CountOf("editMessageText"));
    }

    [Fact]
    public async Task Who_never_opened_a_private_chat_is_told_so_in_the_group_with_a_link_and_without_the_answer()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Router.Answer = _ => Reply.Whisper("the secret");
        var refusals = 0;
        stage.On("sendMessage", async (context, body) =>
        {
            var isPrivate = body["chat_id"]!.GetValue<long>() > 0;
            refusals += isPrivate ? 1 : 0;
            context.Response.StatusCode = isPrivate ? 403 : 200;
            await context.Response.Body.WriteAsync(isPrivate
                ? """{"ok":false,"error_code":403,"description":"Forbidden: bot can't initiate conversation with a user"}"""u8.ToArray()
                : """{"ok":true,"result":{"message_id":3}}"""u8.ToArray());
        });
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/next", chat: -100, type: "group"));
        await stage.NextAsync("sendMessage");
        var told = await stage.NextAsync("sendMessage");

        Assert.Equal(1, refusals);
        Assert.Equal(-100, told["chat_id"]!.GetValue<long>());
        Assert.DoesNotContain("secret", told["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("https://t.me/HarbourBot", told["reply_markup"]!["inline_keyboard"]![0]![0]!["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Buttons_carry_their_data_and_their_style()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Router.Answer = _ => Reply.Say("Sure?") with
        {
            Actions = [new ActionButton("post", 7, "Post now", ActionStyle.Primary), new ActionButton("cancel", 7, "Cancel")],
        };
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/announce 176"));

        var sent = await stage.NextAsync("sendMessage");
        Assert.Equal(
            """{"inline_keyboard":[[{"text":"Post now","callback_data":"v1:post:7","style":"primary"}],[{"text":"Cancel","callback_data":"v1:cancel:7"}]]}""",
            sent["reply_markup"]!.ToJsonString());
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_cut_at_a_word()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Router.Answer = _ => new Reply { Content = RichText.Plain(string.Concat(Enumerable.Repeat("harbour ", 1000))) };
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/next"));

        var text = (await stage.NextAsync("sendMessage"))["text"]!.GetValue<string>();
        Assert.True(text.Length <= 4096);
        Assert.EndsWith("harbour…", text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, bool, string, string?> Commands => new()
    {
        { "a plain command in a group", "/next", true, "next", null },
        { "a command addressed to us, in any case", "/next@harbourbot", true, "next", null },
        { "a command for another bot", "/next@otherbot", true, "", null },
        { "an unknown command in a group", "/dance", true, "", null },
        { "an unknown command in a private chat", "/dance", false, "dance", null },
        { "the greeting", "/start", false, "help", null },
        { "the greeting with a payload", "/start abc", false, "help", null },
        { "the rest of the text is the first option", "/speaker Ines Faria", false, "speaker", "name=Ines Faria" },
        { "a rest without an option to take it", "/next please", false, "next", null },
        { "capitals", "/Next", false, "next", null },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Commands_are_read_as_people_type_them(string row, string text, bool inGroup, string expected, string? argument)
    {
        Assert.NotEmpty(row);
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();

        stage.Deliver(inGroup ? stage.Command(41, text, chat: -100, type: "supergroup") : stage.Command(41, text));
        await stage.NextAsync("getUpdates");
        await stage.NextAsync("getUpdates");
        await stage.StopAsync();

        var asked = stage.Router.Asked.SingleOrDefault();
        Assert.Equal(expected, asked?.Name ?? "");
        Assert.Equal(argument, asked?.Arguments.Select(pair => $"{pair.Key}={pair.Value}").SingleOrDefault());
        if (asked is not null)
        {
            Assert.Equal(inGroup ? new CommandPlace("-100", "-100") : new CommandPlace(null, "5"), asked.Place);
            Assert.Equal("5", asked.Author.UserId);
        }
    }

    [Fact]
    public async Task Old_questions_of_members_stay_unanswered_after_a_downtime_and_those_of_moderators_do_not()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        var old = stage.Now - 601;

        stage.Deliver(stage.Command(41, "/next", date: old), stage.Command(42, "/announce 176", date: old), stage.Command(43, "/help", date: stage.Now - 599));
        await stage.NextAsync("getUpdates");
        await stage.NextAsync("getUpdates");
        await stage.PassAsync(TimeSpan.FromSeconds(1));
        await stage.StopAsync();

        Assert.Equal(["announce", "help"], stage.Router.Asked.Select(command => command.Name));
    }

    [Theory]
    [InlineData("writes as the group", -100, true)]
    [InlineData("writes as a channel of their own", -200, false)]
    public async Task Only_who_writes_in_the_name_of_the_same_chat_is_its_anonymous_administrator(string row, long senderChat, bool expected)
    {
        Assert.NotEmpty(row);
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/next", chat: -100, type: "supergroup", extra: $$""","sender_chat":{"id":{{senderChat}},"type":"supergroup"}"""));
        await stage.NextAsync("sendMessage");

        Assert.Equal(expected ? ["anonymous_administrator"] : [], stage.Router.Asked.Single().Author.Permissions.AsEnumerable());
    }

    [Fact]
    public async Task A_flood_wait_before_an_answer_is_kept_and_the_answer_goes_out_after_it()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("sendMessage", """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 3","parameters":{"retry_after":3}}""", 429);
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/next"));
        await stage.NextAsync("sendMessage");
        stage.Answer("sendMessage", """{"ok":true,"result":{"message_id":3}}""");
        await stage.PassAsync(TimeSpan.FromSeconds(4));

        JsonNode sent = await stage.NextAsync("sendMessage");
        Assert.Equal("answer to next", sent["text"]!.GetValue<string>());
    }
}
