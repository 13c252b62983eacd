using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.EndToEnd.Tests.Specifications;

public sealed class TelegramSpecificationTests
{
    [Theory]
    [InlineData("getMe", null)]
    [InlineData("getMe", "{}")]
    [InlineData("getUpdates", """{"offset":-1,"limit":100,"timeout":30,"allowed_updates":["message"]}""")]
    [InlineData("sendMessage", """{"chat_id":-1002000000001,"text":"x","entities":[{"type":"bold","offset":0,"length":1}],"link_preview_options":{"is_disabled":true}}""")]
    [InlineData("sendMessage", """{"chat_id":"@asian_talk","text":"x","reply_markup":{"inline_keyboard":[[{"text":"x","callback_data":"y","style":"primary"}]]}}""")]
    [InlineData("setMyCommands", """{"commands":[{"command":"next","description":"x"}],"scope":{"type":"all_private_chats"}}""")]
    [InlineData("sendPhoto", """{"chat_id":1,"photo":"https://example.org/a.png"}""")]
    [InlineData("sendLocation", """{"chat_id":1,"latitude":1.5,"longitude":2}""")]
    public void A_right_call_is_approved(string method, string? body) => Assert.Empty(Judge(method, body));

    [Theory]
    [InlineData("sendMessages", "{}", "there is no such method")]
    [InlineData("sendMessage", null, "$: lacks chat_id")]
    [InlineData("sendMessage", """{"chat_id":1}""", "$: lacks text")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","disable_web_page_preview":true}""", "$.disable_web_page_preview: sendMessage has no such field")]
    [InlineData("sendMessage", """{"chat_id":1.5,"text":"x"}""", "$.chat_id: is none of Integer, String")]
    [InlineData("sendMessage", """{"chat_id":1,"text":5}""", "$.text: is Number and no String")]
    [InlineData("sendMessage", """{"chat_id":1,"text":null}""", "$.text: is Null and no String")]
    [InlineData("sendMessage", """{"chat_id":1,"text":""}""", "$.text: has 0 characters, 1-4096 characters are allowed")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","disable_notification":"true"}""", "$.disable_notification: is String and no Boolean")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","entities":{}}""", "$.entities: is Object and no Array of MessageEntity")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","entities":[{"type":"bold","offset":0}]}""", "$.entities[0]: lacks length")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","entities":[{"type":"bolt","offset":0,"length":1}]}""", "$.entities[0].type: \"bolt\" is none of mention, ")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","entities":[{"type":"bold","offset":0,"length":1,"size":2}]}""", "$.entities[0].size: MessageEntity has no such field")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[{"text":"x"}]}}""", "$.reply_markup: is none of InlineKeyboardMarkup, ")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"x","style":"blue"}]]}}""", "\"blue\" is none of danger, success, primary")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"x","callback_data":"ああああああああああああああああああああああ"}]]}}""", "has 66 bytes, 1-64 bytes are allowed")]
    [InlineData("setMyCommands", """{"commands":[{"command":"","description":"x"}]}""", "$.commands[0].command: has 0 characters")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"everybody"}}""", "$.scope: is none of BotCommandScopeDefault, ")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"chat"}}""", "$.scope: is none of BotCommandScopeDefault, ")]
    [InlineData("sendSticker", """{"chat_id":1,"sticker":{}}""", "$.sticker: is none of InputFile, String")]
    [InlineData("sendLocation", """{"chat_id":1,"latitude":"1.5","longitude":2}""", "$.latitude: is String and no Float")]
    [InlineData("getMe", "[]", "$: is Array and no getMe")]
    public void A_wrong_call_is_refused(string method, string? body, string breach) =>
        Assert.Contains(Judge(method, body), found => found.Contains(breach, StringComparison.Ordinal));

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void The_length_of_a_text_is_counted_in_characters_not_in_halves_of_them(int characters, bool right)
    {
        var body = new JsonObject { ["chat_id"] = 1, ["text"] = string.Concat(Enumerable.Repeat("🎤", characters)) };

        Assert.Equal(right, Judge("sendMessage", body.ToJsonString()).Count == 0);
    }

    private static IReadOnlyList<string> Judge(string method, string? body) =>
        SpecificationFiles.Telegram.Judge(method, body is null ? null : JsonDocument.Parse(body).RootElement);
}
