using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Tests.Scenes;
using BotHost.TestKit.Pictures;

namespace BotHost.Sandbox.Tests.Telegram;

public sealed class PhotoTests
{
    private static readonly string Chat = Sample.Channel.ToString(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("attach://poster.png", "poster.png")]
    [InlineData(null, "photo")]
    public async Task A_photo_comes_with_the_call_and_back_in_its_sizes(string? reference, string part)
    {
        await using var scene = await Scene.StartAsync();
        var poster = PngPicture.Of(1600, 800);
        (string, string)[] fields = [("chat_id", Chat), ("caption", "Talk at https://example.org/"), .. reference is null ? [] : new[] { ("photo", reference) }];

        var answer = await scene.TelegramAsync("sendPhoto", fields, (part, poster));

        Assert.True(answer.Status == 200, answer.Text);
        var result = answer.Body!["result"]!;
        Assert.Equal(
            ["320 160", "1280 640"],
            result["photo"]!.AsArray().Select(size => $"{size!["width"]} {size["height"]}"));
        Assert.Equal("Talk at https://example.org/", result["caption"]!.ToString());
        Assert.Equal("""[{"offset":8,"length":20,"type":"url"}]""", result["caption_entities"]!.ToJsonString());
        Assert.Null(result["text"]);
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
        Assert.Equal("Talk at https://example.org/", entry.Text);
        var picture = Assert.Single(entry.Pictures);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(poster)), (long)poster.Length, 1600, 800), (picture.Sha256, picture.Size, picture.Width, picture.Height));
        Assert.Equal(poster, await scene.DownloadAsync("/telegram/cdn/" + result["photo"]![1]!["file_id"]));
        var request = scene.Server.Record.OfKind(RecordKinds.Request).Single(one => one.Route == "sendPhoto");
        Assert.Equal(reference ?? "attach://photo", request.Payload!.Value.GetProperty("photo").GetString());
    }

    [Fact]
    public async Task A_photo_that_is_there_goes_out_again_by_its_id_and_others_by_their_address()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat)], ("photo", PngPicture.Of(100, 50)));

        var again = await SendAsync(scene, first.Body!["result"]!["photo"]![0]!["file_id"]!.ToString());
        var address = await SendAsync(scene, "https://example.org/poster.png");

        Assert.Equal((200, 200), (again.Status, address.Status));
        Assert.Equal([1, 1, 0], scene.Server.Record.OfKind(RecordKinds.MessageCreated).Select(entry => entry.Pictures.Count));
    }

    public static TheoryData<string, int, int, string> Sizes => new()
    {
        { "the widest", 9523, 477, "" },
        { "width and height over 10000", 5001, 5000, "Bad Request: PHOTO_INVALID_DIMENSIONS" },
        { "more than twenty times as wide as high", 2001, 100, "Bad Request: PHOTO_INVALID_DIMENSIONS" },
        { "more than twenty times as high as wide", 100, 2001, "Bad Request: PHOTO_INVALID_DIMENSIONS" },
        { "exactly twenty times", 2000, 100, "" },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_photo_has_a_shape_that_the_platform_takes(string what, int width, int height, string refusal)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat)], ("photo", PngPicture.Of(width, height)));

        Assert.True(refusal == (answer["description"] ?? ""), what + ": " + answer.Text);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused()
    {
        await using var scene = await Scene.StartAsync();
        var poster = PngPicture.Of(10, 10);
        byte[] tooBig = [.. poster, .. new byte[(10 * 1024 * 1024) - poster.Length + 1]];

        var words = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat)], ("photo", [1, 2, 3]));
        var big = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat)], ("photo", tooBig));
        var biggest = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat)], ("photo", tooBig[..^1]));
        var none = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat)]);
        var lost = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat), ("photo", "attach://elsewhere")], ("poster", poster));
        var unknown = await SendAsync(scene, "nonsense");
        var caption = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat), ("caption", new string('x', 1025))], ("photo", poster));
        var marked = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat), ("caption", "<b>" + new string('x', 1024) + "</b>"), ("parse_mode", "HTML")], ("photo", poster));

        Assert.Equal("Bad Request: IMAGE_PROCESS_FAILED", words["description"]);
        Assert.Equal("Bad Request: file is too big", big["description"]);
        Assert.Equal(200, biggest.Status);
        Assert.Equal("Bad Request: there is no photo in the request", none["description"]);
        Assert.Equal(400, lost.Status);
        Assert.Equal("Bad Request: wrong remote file identifier specified: Wrong string length", unknown["description"]);
        Assert.Equal("Bad Request: message caption is too long", caption["description"]);
        Assert.Equal(200, marked.Status);
    }

    [Fact]
    public async Task Captions_are_edited_and_a_text_is_no_caption()
    {
        await using var scene = await Scene.StartAsync();
        var photo = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat), ("caption", "one")], ("photo", PngPicture.Of(10, 10)));
        var text = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Chat}},"text":"one"}""");

        var edited = await EditAsync(scene, "editMessageCaption", photo, """ "caption":"two @ann_user","caption_entities":[{"type":"bold","offset":0,"length":3}] """);
        var same = await EditAsync(scene, "editMessageCaption", photo, """ "caption":"two @ann_user","caption_entities":[{"type":"bold","offset":0,"length":3}] """);
        var above = await EditAsync(scene, "editMessageCaption", photo, """ "caption":"two","show_caption_above_media":true """);
        var removed = await EditAsync(scene, "editMessageCaption", photo, """ "caption":"" """);
        var long1025 = await EditAsync(scene, "editMessageCaption", photo, $$""" "caption":"{{new string('x', 1025)}}" """);
        var asText = await EditAsync(scene, "editMessageText", photo, """ "text":"two" """);
        var asCaption = await EditAsync(scene, "editMessageCaption", text, """ "caption":"two" """);

        Assert.Equal("two @ann_user", edited.Body!["result"]!["caption"]!.ToString());
        Assert.NotNull(edited.Body["result"]!["photo"]);
        Assert.StartsWith("Bad Request: message is not modified", same["description"], StringComparison.Ordinal);
        Assert.True((bool)above.Body!["result"]!["show_caption_above_media"]!);
        Assert.False(removed.Body!["result"]!.AsObject().ContainsKey("caption"));
        Assert.Equal("Bad Request: message caption is too long", long1025["description"]);
        Assert.Equal("Bad Request: there is no text in the message to edit", asText["description"]);
        Assert.Equal("Bad Request: there is no caption in the message to edit", asCaption["description"]);
        Assert.Equal(["two @ann_user", "two", ""], scene.Server.Record.OfKind(RecordKinds.MessageEdited).Select(entry => entry.Text));
    }

    [Fact]
    public async Task Photos_are_replaced_and_come_to_messages_of_text()
    {
        await using var scene = await Scene.StartAsync();
        var photo = await scene.TelegramAsync("sendPhoto", [("chat_id", Chat), ("caption", "one")], ("photo", PngPicture.Of(10, 10)));
        var text = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Chat}},"text":"one","link_preview_options":{"is_disabled":true} }""");
        var media = """{"type":"photo","media":"attach://new","caption":"<b>two</b>","parse_mode":"HTML"}""";

        var replaced = await scene.TelegramAsync("editMessageMedia", [("chat_id", Chat), ("message_id", Id(photo)), ("media", media)], ("new", PngPicture.Of(20, 10, 9)));
        var added = await scene.TelegramAsync("editMessageMedia", [("chat_id", Chat), ("message_id", Id(text)), ("media", media)], ("new", PngPicture.Of(30, 10)));
        var known = replaced.Body!["result"]!["photo"]![0]!["file_id"]!;
        var same = await EditAsync(scene, "editMessageMedia", photo, $$""" "media":{"type":"photo","media":"{{known}}","caption":"<b>two</b>","parse_mode":"HTML"} """);
        var document = await EditAsync(scene, "editMessageMedia", photo, """ "media":{"type":"document","media":"https://example.org/a.pdf"} """);

        Assert.Equal(("20", "two"), (replaced.Body["result"]!["photo"]![0]!["width"]!.ToString(), replaced.Body["result"]!["caption"]!.ToString()));
        var result = added.Body!["result"]!.AsObject();
        Assert.Equal(("30", "two"), (result["photo"]![0]!["width"]!.ToString(), result["caption"]!.ToString()));
        Assert.False(result.ContainsKey("text") || result.ContainsKey("link_preview_options"));
        Assert.StartsWith("Bad Request: message is not modified", same["description"], StringComparison.Ordinal);
        Assert.Equal(400, document.Status);
        Assert.Equal([20, 30], scene.Server.Record.OfKind(RecordKinds.MessageEdited).Select(entry => entry.Pictures.Single().Width));
    }

    [Fact]
    public async Task More_than_a_hundred_entities_are_taken_and_the_rest_is_dropped()
    {
        await using var scene = await Scene.StartAsync();
        var entities = new JsonArray([.. Enumerable.Range(0, 120).Select(at => (JsonNode)new JsonObject { ["type"] = "bold", ["offset"] = at * 2, ["length"] = 1 })]);

        var answer = await scene.TelegramAsync("sendMessage", new JsonObject { ["chat_id"] = Sample.Channel, ["text"] = string.Concat(Enumerable.Repeat("x ", 120)), ["entities"] = entities }.ToJsonString());

        Assert.Equal(100, answer.Body!["result"]!["entities"]!.AsArray().Count);
        Assert.Equal(198, (int)answer.Body["result"]!["entities"]![99]!["offset"]!);
    }

    private static Task<Answer> SendAsync(Scene scene, string photo) =>
        scene.TelegramAsync("sendPhoto", $$"""{"chat_id":{{Chat}},"photo":"{{photo}}"}""");

    private static Task<Answer> EditAsync(Scene scene, string method, Answer sent, string fields) =>
        scene.TelegramAsync(method, $$"""{"chat_id":{{Chat}},"message_id":{{Id(sent)}},{{fields}}}""");

    private static string Id(Answer sent) => sent.Body!["result"]!["message_id"]!.ToString();
}
