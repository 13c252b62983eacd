using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Telegram.Rendering;

namespace BotHost.Telegram.Tests.Rendering;

/// <summary>Short words for posts and for what became of them.</summary>
internal static class Texts
{
    public const string Hash = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

    public static Picture Poster { get; } = Of(new PictureFile(Hash, PictureFormat.Png, 1200, 800, 5000));

    public static Picture Of(PictureFile file) => new("pictures/poster.png", null, "A harbour") { Content = file };

    public static Picture At(string url) => new(null, new Uri(url), null);

    public static Inline.Text T(string text) => new(text);

    public static Block.Paragraph P(params Inline[] content) => new([.. content]);

    public static Block.Heading H(int level, string text) => new(level, [T(text)]);

    public static Inline.Link L(string url, string text) => new(new Uri(url), [T(text)]);

    public static string Words(int length) => string.Concat(Enumerable.Repeat("wave ", (length / 5) + 1))[..(length - 1)] + "s";

    public static Post Post(params Block[] body) => new() { Lead = [], Body = RichText.Of(body) };

    public static Channel Channel(string? layout = null, bool linkPreview = false, bool silent = false) => new()
    {
        Id = new ChannelId("main"),
        Address = new ChannelAddress(new PlatformId("telegram"), "-100"),
        Languages = ["en"],
        Layout = layout,
        LinkPreview = linkPreview,
        Silent = silent,
    };

    public static ImmutableArray<string> Payloads(Post post, Channel? channel = null) =>
        Assert.IsType<RenderResult.Fits>(PostRenderer.Render(post, channel ?? Channel())).Payloads;

    public static JsonNode[] Messages(Post post, Channel? channel = null) => [.. Payloads(post, channel).Select(payload => JsonNode.Parse(payload)!)];

    public static string TextOf(JsonNode message) => (message["text"] ?? message["caption"])?.GetValue<string>() ?? "";

    /// <summary>Each message as its kind and its words.</summary>
    public static string[] Told(Post post, Channel? channel = null) =>
        [.. Messages(post, channel).Select(message => $"{(message["photo"] is null ? "text" : "photo")}: {TextOf(message)}")];
}
