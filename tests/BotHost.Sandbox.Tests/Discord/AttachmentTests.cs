using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Tests.Scenes;
using BotHost.TestKit.Pictures;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class AttachmentTests
{
    private const string Post = "/channels/" + Sample.Text + "/messages";
    private const string Poster = """{"content":"c","embeds":[{"title":"t","image":{"url":"attachment://poster.png"}}],"attachments":[{"id":0,"filename":"poster.png","description":"A bridge"}]}""";

    [Fact]
    public async Task A_picture_in_an_embed_stands_there_alone_with_its_size_and_its_words()
    {
        await using var scene = await Scene.StartAsync();
        var bytes = PngPicture.Of(120, 63);

        var answer = await scene.DiscordAsync(HttpMethod.Post, Post, Poster, ("files[0]", "x.png", bytes));

        Assert.True(answer.Status == 200, answer.Text);
        var image = answer.Body!["embeds"]![0]!["image"]!;
        Assert.Equal(("120", "63", "A bridge"), (image["width"]!.ToString(), image["height"]!.ToString(), image["description"]!.ToString()));
        Assert.Empty(answer.Body["attachments"]!.AsArray());
        Assert.Equal(bytes, await scene.DownloadAsync(image["url"]!.ToString()));
        var picture = Assert.Single(Assert.Single(scene.Server.Record.OfKind(RecordKinds.MessageCreated)).Pictures);
        Assert.Equal(
            new RecordedPicture(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, 120, 63, "poster.png", "A bridge"), picture);
        Assert.Equal(Poster, scene.Server.Record.OfKind(RecordKinds.Request).Single().Payload!.Value.GetRawText());
    }

    public static TheoryData<string, string, string> Strangers => new()
    {
        { "an image", """{"embeds":[{"image":{"url":"attachment://other.png"}}],"attachments":[{"id":0,"filename":"poster.png"}]}""", "embeds.0.image.url" },
        { "a thumbnail", """{"embeds":[{"title":"t"},{"thumbnail":{"url":"attachment://other.png"}}],"attachments":[{"id":0,"filename":"poster.png"}]}""", "embeds.1.thumbnail.url" },
        { "an author's icon", """{"embeds":[{"author":{"name":"a","icon_url":"attachment://other.png"}}],"attachments":[{"id":0,"filename":"poster.png"}]}""", "embeds.0.author.icon_url" },
        { "a listed file", """{"content":"c","attachments":[{"id":0,"filename":"poster.png"},{"id":1,"filename":"other.png"}]}""", "attachments.1" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_file_that_did_not_come_is_refused_where_it_is_named(string what, string json, string place)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.DiscordAsync(HttpMethod.Post, Post, json, ("files[0]", "poster.png", PngPicture.Of(4, 4)));

        Assert.True((answer.Status, answer["code"]) == (400, "50035"), what + ": " + answer.Text);
        var node = place.Split('.').Aggregate(answer.Body!["errors"], (at, step) => at?[step]);
        Assert.Equal("ATTACHMENT_NOT_FOUND", node?["_errors"]?[0]?["code"]?.ToString());
        Assert.Empty(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task An_edit_keeps_what_it_lists_and_everything_where_it_lists_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.DiscordAsync(HttpMethod.Post, Post, Poster, ("files[0]", "poster.png", PngPicture.Of(10, 10)));
        var path = $"{Post}/{first["id"]}";

        var words = await scene.PatchAsync(path, """{"content":"d"}""");
        var again = await scene.PatchAsync(path, """{"embeds":[{"title":"u","image":{"url":"attachment://poster.png"}}]}""");
        var bare = await scene.PatchAsync(path, """{"embeds":[{"title":"u"}]}""");
        var kept = bare.Body!["attachments"]![0]!["id"]!.ToString();
        var both = await scene.DiscordAsync(
            HttpMethod.Patch, path,
            $$"""{"embeds":[{"title":"u","thumbnail":{"url":"attachment://face.png"} }],"attachments":[{"id":"{{kept}}"},{"id":0,"filename":"face.png"}]}""",
            ("files[0]", "face.png", PngPicture.Of(20, 20)));
        var only = await scene.DiscordAsync(
            HttpMethod.Patch, path,
            """{"embeds":[{"title":"u","image":{"url":"attachment://new.png"}}],"attachments":[{"id":0,"filename":"new.png"}]}""",
            ("files[0]", "new.png", PngPicture.Of(30, 30)));
        var gone = await scene.PatchAsync(path, """{"embeds":[{"image":{"url":"attachment://poster.png"}}]}""");
        var none = await scene.PatchAsync(path, """{"embeds":[],"attachments":[]}""");

        Assert.Equal(Image(first), Image(words));
        Assert.Equal(Image(first), Image(again));
        Assert.Equal(["poster.png"], Names(bare));
        Assert.Equal(["poster.png"], Names(both));
        Assert.Equal("20", both.Body!["embeds"]![0]!["thumbnail"]!["width"]!.ToString());
        Assert.Empty(Names(only));
        Assert.Equal("30", only.Body!["embeds"]![0]!["image"]!["width"]!.ToString());
        Assert.Equal("50035", gone["code"]);
        Assert.Empty(Names(none));
        Assert.Equal([1, 1, 1, 2, 1, 0], scene.Server.Record.OfKind(RecordKinds.MessageEdited).Select(entry => entry.Pictures.Count));
    }

    [Fact]
    public async Task Files_beyond_the_limits_are_refused()
    {
        await using var scene = await Scene.StartAsync();
        var full = new byte[10 * 1024 * 1024];

        var largest = await scene.DiscordAsync(HttpMethod.Post, Post, """{"content":"c"}""", ("files[0]", "a.bin", full));
        var larger = await scene.DiscordAsync(HttpMethod.Post, Post, """{"content":"c"}""", ("files[0]", "a.bin", [.. full, 0]));
        var together = await scene.DiscordAsync(HttpMethod.Post, Post, """{"content":"c"}""", ("files[0]", "a", full), ("files[1]", "b", full), ("files[2]", "c", full[..(6 * 1024 * 1024)]));
        var many = await scene.DiscordAsync(HttpMethod.Post, Post, """{"content":"c"}""", [.. Enumerable.Range(0, 11).Select(n => ($"files[{n}]", $"{n}.txt", new byte[] { 1 }))]);

        Assert.Equal(200, largest.Status);
        Assert.Equal((413, "40005"), (larger.Status, larger["code"]));
        Assert.Equal((413, "40005"), (together.Status, together["code"]));
        Assert.Equal("30015", many["code"]);
    }

    [Fact]
    public async Task A_description_over_1024_is_refused()
    {
        await using var scene = await Scene.StartAsync();
        var payload = new JsonObject { ["content"] = "c", ["attachments"] = new JsonArray(new JsonObject { ["id"] = 0, ["description"] = new string('x', 1025) }) };

        var answer = await scene.DiscordAsync(HttpMethod.Post, Post, payload.ToJsonString(), ("files[0]", "a.png", PngPicture.Of(4, 4)));

        Assert.Equal("BASE_TYPE_MAX_LENGTH", answer.Body!["errors"]!["attachments"]!["0"]!["description"]!["_errors"]![0]!["code"]!.ToString());
    }

    private static string? Image(Answer answer) => answer.Body!["embeds"]?[0]?["image"]?["url"]?.ToString();

    private static IEnumerable<string> Names(Answer answer) => answer.Body!["attachments"]!.AsArray().Select(one => one!["filename"]!.ToString());
}
