using System.Text.RegularExpressions;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Controls;

public sealed partial class PageTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/page.css")]
    [InlineData("/page.js")]
    [InlineData("/chat.js")]
    [InlineData("/suggestions.js")]
    [InlineData("/drawing/messages.css")]
    [InlineData("/drawing/elements.js")]
    [InlineData("/drawing/times.js")]
    [InlineData("/drawing/discord-text.js")]
    [InlineData("/drawing/discord.js")]
    [InlineData("/drawing/discord-events.js")]
    [InlineData("/drawing/pictures.js")]
    [InlineData("/drawing/telegram.js")]
    public async Task The_page_comes_from_here_alone_and_writes_no_markup(string path)
    {
        await using var scene = await Scene.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(scene.Server.PageUrl, path));

        var answer = await scene.SendAsync(request);

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Text.Length > 200);
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotMatch(Foreign(), answer.Text);
        Assert.DoesNotMatch(Markup(), answer.Text);
    }

    [Fact]
    public async Task The_world_is_shown_without_its_tokens()
    {
        await using var scene = await Scene.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(scene.Server.PageUrl, "/sandbox/world"));

        var answer = await scene.SendAsync(request);

        Assert.Contains("Talk news", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.DiscordToken, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.TelegramToken, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_bring_the_status_and_each_entry()
    {
        var status = new SandboxStatus { Next = "the next post", Zone = "Europe/Berlin" };
        await using var scene = await Scene.StartAsync(new SandboxOptions { Status = () => status });
        using var http = new HttpClient();
        using var stream = new StreamReader(await http.GetStreamAsync(new Uri(scene.Server.PageUrl, "/sandbox/events"), Scene.Stop));

        var first = await stream.ReadLineAsync(Scene.Stop);
        var data = await stream.ReadLineAsync(Scene.Stop);
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "hello");
        string? line;
        do
        {
            line = await stream.ReadLineAsync(Scene.Stop);
        }
        while (line is not null && !line.Contains("user-message", StringComparison.Ordinal));

        Assert.Equal("event: status", first);
        Assert.Contains("the next post", data, StringComparison.Ordinal);
        Assert.Contains("hello", line, StringComparison.Ordinal);
    }

    [GeneratedRegex("""(src|href)="(https?:)?//|url\((https?:)?//|@import""")]
    private static partial Regex Foreign();

    [GeneratedRegex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(| style=")]
    private static partial Regex Markup();
}
