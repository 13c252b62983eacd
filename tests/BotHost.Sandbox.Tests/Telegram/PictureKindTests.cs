using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Telegram;

/// <summary>The kinds of pictures that are known by their first bytes; each row was written down by the format's own description.</summary>
public sealed class PictureKindTests
{
    public static TheoryData<string, string, string> Kinds => new()
    {
        { "GIF of 300 by 200", "474946383961 2C01 C800", "300 200" },
        { "JPEG of 300 by 200 behind a comment", "FFD8 FFFE0004AAAA FFC0001108 00C8 012C 03012200", "300 200" },
        { "progressive JPEG", "FFD8 FFE0000400AA FFC2001108 00C8 012C 03012200", "300 200" },
        { "WebP, extended", "52494646 00000000 57454250 56503858 0A000000 10000000 2B0100 C70000", "300 200" },
        { "WebP, lossless", "52494646 00000000 57454250 5650384C 0A000000 2F 2BC13100 0000000000", "300 200" },
        { "WebP, lossy", "52494646 00000000 57454250 56503820 0A000000 000000 9D012A 2C01 C800", "300 200" },
        { "JPEG without a frame", "FFD8 FFE0000400AA", "" },
        { "a PNG of no width", "89504E470D0A1A0A 0000000D 49484452 00000000 000000C8 08", "" },
        { "words", "48656C6C6F2C20776F726C6421202020202020202020202020202020", "" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_picture_is_known_by_its_first_bytes(string what, string bytes, string size)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.TelegramAsync("sendPhoto", [("chat_id", "@talk_news")], ("photo", Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))));

        var photo = answer.Body!["result"]?["photo"]?[0];
        Assert.True(size == (photo is null ? "" : $"{photo["width"]} {photo["height"]}"), what + ": " + answer.Text);
        Assert.True(size.Length > 0 || answer["description"] == "Bad Request: IMAGE_PROCESS_FAILED", answer.Text);
    }
}
