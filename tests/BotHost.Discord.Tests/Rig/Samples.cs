using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Tests.Rig;

internal static class Samples
{
    public const string SafePayload = """{"content":"Talk today","allowed_mentions":{"parse":[]}}""";

    public static readonly ChannelAddress Address = new(new PlatformId("discord"), "1100");

    public static Channel Channel(string? mention = null, string id = "1100", string? thread = null, bool silent = false) => new()
    {
        Id = new ChannelId("main"),
        Address = new ChannelAddress(new PlatformId("discord"), id, thread),
        Languages = ["en"],
        Mention = mention,
        Silent = silent,
    };

    public static SendOrder Order(string payload = SafePayload, string key = "ABCDEFGHIJKLMNOPQRSTUVWX2") => new(Address, payload, key);

    public static Post Post(RichText? body = null, string lead = "Talk 176", string? mention = null) => new()
    {
        Lead = [new Inline.Text(lead)],
        Body = body ?? RichText.Plain("A summary."),
        Mention = mention,
    };

    /// <summary>A poster of which only its name matters.</summary>
    public static Picture Poster(char hash = 'a', string? alt = "A harbour at night.", PictureFormat format = PictureFormat.Png, long length = 1000) =>
        new("images/poster.png", null, alt) { Content = new PictureFile(new string(hash, 64), format, 640, 480, length) };

    public static Picture Photo(string url = "https://example.org/ann.jpg", string? alt = "Ann smiles.") => new(null, new Uri(url), alt);

    public static Inline Words(string text) => new Inline.Text(text);

    public static Block Line(params Inline[] content) => new Block.Paragraph([.. content]);
}
