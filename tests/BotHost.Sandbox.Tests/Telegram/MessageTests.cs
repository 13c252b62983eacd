using System.Text.Json.Nodes;
using BotHost.Sandbox.Tests.Scenes;
using BotHost.TestKit.Pictures;

namespace BotHost.Sandbox.Tests.Telegram;

public sealed class MessageTests
{
    [Fact]
    public async Task A_sent_message_comes_back_with_its_entities_and_stands_in_the_record()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync("SENDMESSAGE", $$"""
            {"chat_id":{{Sample.Group}},"text":"  Talk 😀 at https://example.org/join\n@ann_user #talks  ","entities":[{"type":"bold","offset":2,"length":7}]}
            """);

        var result = answer.Body!["result"]!;
        Assert.Equal("Talk 😀 at https://example.org/join\n@ann_user #talks", result["text"]!.ToString());
        Assert.Equal(
            """[{"offset":0,"length":7,"type":"bold"},{"offset":11,"length":24,"type":"url"},{"offset":36,"length":9,"type":"mention"},{"offset":46,"length":6,"type":"hashtag"}]""",
            result["entities"]!.ToJsonString());
        Assert.Equal(("700100", "supergroup"), (result["from"]!["id"]!.ToString(), result["chat"]!["type"]!.ToString()));
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
        Assert.Equal((Sample.Group.ToString(System.Globalization.CultureInfo.InvariantCulture), result["message_id"]!.ToString()), (entry.ChatId, entry.MessageId));
        Assert.Equal(["51"], entry.Pings);
    }

    public static TheoryData<string, string, string> EntityRefusals => new()
    {
        { "past the end", """[{"type":"bold","offset":3,"length":4}]""", "Bad Request: entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 7" },
        { "inside a surrogate pair", """[{"type":"bold","offset":1,"length":2}]""", "Bad Request: entity beginning at UTF-16 offset 1 begins in a middle of a UTF-16 symbol" },
        { "ending inside a pair", """[{"type":"bold","offset":0,"length":1}]""", "Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol" },
        { "crossing", """[{"type":"bold","offset":0,"length":3},{"type":"italic","offset":2,"length":3}]""", "Bad Request: entities crossing at UTF-16 offset 2 are not allowed" },
        { "inside code", """[{"type":"code","offset":0,"length":4},{"type":"bold","offset":2,"length":1}]""", "Bad Request: entity of type bold can't be inside an entity of type code" },
        { "a quote in a quote", """[{"type":"blockquote","offset":0,"length":5},{"type":"blockquote","offset":2,"length":1}]""", "Bad Request: entity of type blockquote can't be inside an entity of type blockquote" },
        { "an unknown kind", """[{"type":"shout","offset":0,"length":2}]""", "Bad Request: can't parse MessageEntity: unsupported type specified" },
        { "a link without a link", """[{"type":"text_link","offset":0,"length":2}]""", "Bad Request: can't parse MessageEntity: Can't find field \"url\"" },
        { "a date without a time", """[{"type":"date_time","offset":0,"length":2}]""", "Bad Request: can't parse MessageEntity: Can't find field \"unix_time\"" },
        { "a date with a bad format", """[{"type":"date_time","offset":0,"length":2,"unix_time":5,"date_time_format":"tD"}]""", "Bad Request: can't parse MessageEntity: invalid date format used" },
        { "a date before time", """[{"type":"date_time","offset":0,"length":2,"unix_time":0}]""", "Bad Request: can't parse MessageEntity: invalid date specified" },
    };

    [Theory]
    [MemberData(nameof(EntityRefusals))]
    public async Task Entities_that_do_not_fit_are_refused(string what, string entities, string description)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"😀abc","entities":{{entities}}}""");

        Assert.True(answer.Status == 400, what);
        Assert.Equal(description, answer["description"]);
        Assert.Empty(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
    }

    [Theory]
    [InlineData("<b>A</b> &amp; <i>B</i>", "A & B", "bold 0 1, italic 4 1")]
    [InlineData("<a href=\"https://example.org/?a=1&amp;b=2\">x</a>", "x", "text_link 0 1 https://example.org/?a=1&b=2")]
    [InlineData("<pre><code class=\"language-cs\">int</code></pre>", "int", "pre 0 3 cs")]
    [InlineData("<blockquote expandable>q</blockquote>&lt;&nbsp;", "q<&nbsp;", "expandable_blockquote 0 1")]
    [InlineData("<tg-time unix=\"1893456000\" format=\"wDt\">1 Jan</tg-time>", "1 Jan", "date_time 0 5 1893456000 wDt")]
    public async Task HTML_becomes_text_and_entities(string html, string text, string entities)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync("sendMessage", new JsonObject { ["chat_id"] = Sample.Group, ["text"] = html, ["parse_mode"] = "HTML" }.ToJsonString());

        var result = answer.Body!["result"]!;
        Assert.Equal(text, result["text"]!.ToString());
        Assert.Equal(entities, string.Join(", ", result["entities"]!.AsArray().Select(entity => string.Join(' ', new[] { "type", "offset", "length", "url", "language", "unix_time", "date_time_format" }
            .Select(field => entity![field]?.ToString()).Where(value => value is not null)))));
    }

    [Theory]
    [InlineData("<p>x</p>", "Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 0")]
    [InlineData("<b>x", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("é<b>x</i>", "Bad Request: can't parse entities: Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\"")]
    [InlineData("x</b>", "Bad Request: can't parse entities: Unexpected end tag at byte offset 1")]
    public async Task Broken_HTML_is_refused_with_its_place(string html, string description)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync("sendMessage", new JsonObject { ["chat_id"] = Sample.Group, ["text"] = html, ["parse_mode"] = "HTML" }.ToJsonString());

        Assert.Equal((400, description), (answer.Status, answer["description"]));
    }

    public static TheoryData<string, int, string> Refusals => new()
    {
        { """{"chat_id":-100999,"text":"x"}""", 400, "Bad Request: chat not found" },
        { """{"chat_id":"@nobody","text":"x"}""", 400, "Bad Request: chat not found" },
        { """{"text":"x"}""", 400, "Bad Request: chat_id is empty" },
        { $$"""{"chat_id":{{Sample.ForeignGroup}},"text":"x"}""", 403, "Forbidden: bot is not a member of the supergroup chat" },
        { $$"""{"chat_id":{{Sample.ForeignChannelId}},"text":"x"}""", 400, "Bad Request: need administrator rights in the channel chat" },
        { $$"""{"chat_id":{{Sample.Ben}},"text":"x"}""", 403, "Forbidden: bot can't initiate conversation with a user" },
        { $$"""{"chat_id":{{Sample.Group}},"text":" \u200b "}""", 400, "Bad Request: message text is empty" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"{{new string('x', 4097)}}"}""", 400, "Bad Request: message is too long" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"{{new string('x', 33000)}}"}""", 400, "Bad Request: text is too long" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"\ud83d"}""", 400, "Bad Request: strings must be encoded in UTF-8" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"*x*","parse_mode":"MarkdownV3"}""", 400, "Bad Request: unsupported parse_mode" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"x","message_thread_id":5}""", 400, "Bad Request: message thread not found" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"x","reply_parameters":{"message_id":99} }""", 400, "Bad Request: message to be replied not found" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"x","reply_markup":{"inline_keyboard":[[{"text":"b","callback_data":"{{new string('я', 33)}}"}]]} }""", 400, "Bad Request: BUTTON_DATA_INVALID" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"x","reply_markup":{"inline_keyboard":[[{"text":"b"}]]} }""", 400, "Bad Request: text buttons are unallowed in the inline keyboard" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"x","reply_markup":{"inline_keyboard":[[{"text":"b","callback_data":"a","url":"https://example.org"}]]} }""", 400, "Bad Request: BUTTON_TYPE_INVALID" },
        { $$"""{"chat_id":{{Sample.Group}},"text":"x","reply_markup":{"inline_keyboard":[[{"text":"","callback_data":"a"}]]} }""", 400, "Bad Request: inline keyboard button text must be non-empty" },
        { "{", 400, "Bad Request: can't parse request content as JSON object" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_the_platform_refuses_is_refused_in_its_words(string json, int status, string description)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync("sendMessage", json);

        Assert.Equal((status, description), (answer.Status, answer["description"]));
        Assert.Equal(status, (int)answer.Body!["error_code"]!);
        Assert.Empty(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task The_length_is_counted_in_code_points()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync("sendMessage", new JsonObject { ["chat_id"] = Sample.Group, ["text"] = string.Concat(Enumerable.Repeat("😀", 4096)) }.ToJsonString());

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("700100:another", "getMe", 401, "Unauthorized")]
    [InlineData("nonsense", "getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData(Sample.TelegramToken, "getNothing", 404, "Not Found: method not found")]
    public async Task Tokens_and_methods_are_checked(string token, string method, int status, string description)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync(method, "{}", token);

        Assert.Equal((status, description), (answer.Status, answer["description"]));
    }

    [Fact]
    public async Task Parameters_come_by_query_form_and_multipart_as_well()
    {
        await using var scene = await Scene.StartAsync();
        var method = $"{scene.Server.TelegramApiBaseUrl}/bot{Sample.TelegramToken}/sendMessage";

        using var query = new HttpRequestMessage(HttpMethod.Get, $"{method}?chat_id=@talk_news&text=q");
        using var form = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Content = new FormUrlEncodedContent([new("chat_id", "@talk_news"), new("text", "f"), new("reply_markup", """{"inline_keyboard":[[{"text":"b","callback_data":"d"}]]}""")]),
        };
        using var multipart = new HttpRequestMessage(HttpMethod.Post, $"{scene.Server.TelegramApiBaseUrl}/bot{Sample.TelegramToken}/sendPhoto")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent("@talk_news"), "chat_id" }, { new StringContent("m"), "caption" }, { new ByteArrayContent(PngPicture.Of(3, 2)), "photo", "p.png" },
            },
        };
        var answers = new[] { await scene.SendAsync(query), await scene.SendAsync(form), await scene.SendAsync(multipart) };

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal("d", answers[1].Body!["result"]!["reply_markup"]!["inline_keyboard"]![0]![0]!["callback_data"]!.ToString());
        Assert.Equal(["q", "f", "m"], scene.Server.Record.OfKind(RecordKinds.MessageCreated).Select(entry => entry.Text));
        Assert.Equal("channel", answers[0].Body!["result"]!["sender_chat"]!["type"]!.ToString());
    }

    [Fact]
    public async Task Messages_are_edited_pinned_and_deleted_by_the_rules()
    {
        await using var scene = await Scene.StartAsync();
        var sent = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Channel}},"text":"one"}""");
        var id = (int)sent.Body!["result"]!["message_id"]!;
        scene.Server.WriteTelegram(Sample.Group, Sample.Ben, "mine");

        var edited = await scene.TelegramAsync("editMessageText", $$"""{"chat_id":{{Sample.Channel}},"message_id":{{id}},"text":"two"}""");
        var same = await scene.TelegramAsync("editMessageText", $$"""{"chat_id":{{Sample.Channel}},"message_id":{{id}},"text":"two"}""");
        var missing = await scene.TelegramAsync("editMessageText", $$"""{"chat_id":{{Sample.Channel}},"message_id":99,"text":"two"}""");
        var foreign = await scene.TelegramAsync("editMessageText", $$"""{"chat_id":{{Sample.Group}},"message_id":1,"text":"two"}""");
        var pinned = await scene.TelegramAsync("pinChatMessage", $$"""{"chat_id":{{Sample.Channel}},"message_id":{{id}}}""");
        var noRight = await scene.TelegramAsync("pinChatMessage", $$"""{"chat_id":{{Sample.Group}},"message_id":1}""");
        var unpinned = await scene.TelegramAsync("unpinChatMessage", $$"""{"chat_id":{{Sample.Channel}}}""");
        var notMine = await scene.TelegramAsync("deleteMessage", $$"""{"chat_id":{{Sample.Group}},"message_id":1}""");
        var deleted = await scene.TelegramAsync("deleteMessage", $$"""{"chat_id":{{Sample.Channel}},"message_id":{{id}}}""");

        Assert.NotNull(edited.Body!["result"]!["edit_date"]);
        Assert.StartsWith("Bad Request: message is not modified", same["description"], StringComparison.Ordinal);
        Assert.Equal("Bad Request: message to edit not found", missing["description"]);
        Assert.Equal("Bad Request: message can't be edited", foreign["description"]);
        Assert.Equal((200, 200, 200), (pinned.Status, unpinned.Status, deleted.Status));
        Assert.Equal("Bad Request: not enough rights to manage pinned messages in the chat", noRight["description"]);
        Assert.Equal("Bad Request: message can't be deleted", notMine["description"]);
        Assert.Equal(
            [RecordKinds.MessageCreated, RecordKinds.MessageEdited, RecordKinds.MessagePinned, RecordKinds.MessageUnpinned, RecordKinds.MessageDeleted],
            scene.Server.Record.Entries.Where(entry => entry.Kind.StartsWith("message-", StringComparison.Ordinal)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_flooded_chat_answers_429_with_the_seconds_to_wait()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(new SandboxOptions { TelegramChatSize = 1, TelegramChatWindow = TimeSpan.FromSeconds(14) }, clock);
        await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"1"}""");

        var refused = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"2"}""");

        Assert.Equal((429, "Too Many Requests: retry after 14"), (refused.Status, refused["description"]));
        Assert.Equal(14, (int)refused.Body!["parameters"]!["retry_after"]!);
        Assert.Equal("14", refused.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task Chats_members_and_command_menus_can_be_read()
    {
        await using var scene = await Scene.StartAsync();

        var me = await scene.TelegramAsync("getMe");
        var creator = await scene.TelegramAsync("getChatMember", $$"""{"chat_id":{{Sample.Group}},"user_id":{{Sample.Ann}}}""");
        var stranger = await scene.TelegramAsync("getChatMember", $$"""{"chat_id":{{Sample.Group}},"user_id":{{Sample.Cleo}}}""");
        var admins = await scene.TelegramAsync("getChatAdministrators", $$"""{"chat_id":{{Sample.Channel}}}""");
        var set = await scene.TelegramAsync("setMyCommands", """{"commands":[{"command":"next","description":"The next talk"}],"scope":{"type":"all_group_chats"},"language_code":"de"}""");
        var read = await scene.TelegramAsync("getMyCommands", """{"scope":{"type":"all_group_chats"},"language_code":"de"}""");
        var other = await scene.TelegramAsync("getMyCommands");
        var bad = await scene.TelegramAsync("setMyCommands", """{"commands":[{"command":"Next!","description":"x"}]}""");
        var count = await scene.TelegramAsync("getChatMemberCount", $$"""{"chat_id":{{Sample.Group}}}""");

        Assert.Equal("talk_bot", me.Body!["result"]!["username"]!.ToString());
        Assert.Equal("creator", creator.Body!["result"]!["status"]!.ToString());
        Assert.Equal("left", stranger.Body!["result"]!["status"]!.ToString());
        Assert.Equal(["700100", "51"], admins.Body!["result"]!.AsArray().Select(one => one!["user"]!["id"]!.ToString()));
        Assert.Equal("""{"ok":true,"result":true}""", set.Text);
        Assert.Equal("""[{"command":"next","description":"The next talk"}]""", read.Body!["result"]!.ToJsonString());
        Assert.Equal("[]", other.Body!["result"]!.ToJsonString());
        Assert.Equal("Bad Request: BOT_COMMAND_INVALID", bad["description"]);
        Assert.Equal(3, (int)count.Body!["result"]!);
    }
}
