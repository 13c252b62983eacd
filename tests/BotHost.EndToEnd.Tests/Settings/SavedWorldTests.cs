using System.Net;
using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>The platforms on a world that was saved from others.</summary>
public sealed class SavedWorldTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_world_that_was_saved_without_its_tokens_gets_new_ones_that_are_accepted()
    {
        await using var first = await PlatformsProcess.StartAsync(_folder, Cancel);
        await File.WriteAllTextAsync(_folder["world.json"], await first.WorldAsync(Cancel), Cancel);

        await using var second = await PlatformsProcess.StartAsync(_folder, Cancel, "--world", "world.json");

        Assert.NotEqual(first.Printed["Telegram__Token"], second.Printed["Telegram__Token"]);
        Assert.NotEqual(first.Printed["Discord__Token"], second.Printed["Discord__Token"]);
        Assert.Equal(HttpStatusCode.OK, await AskTelegramAsync(second, second.Printed["Telegram__Token"]));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskTelegramAsync(second, first.Printed["Telegram__Token"]));
        Assert.Equal(HttpStatusCode.OK, await AskDiscordAsync(second, second.Printed["Discord__Token"]));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskDiscordAsync(second, first.Printed["Discord__Token"]));
    }

    private static async Task<HttpStatusCode> AskTelegramAsync(PlatformsProcess platforms, string token)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{platforms.Printed["Telegram__ApiBaseUrl"].TrimEnd('/')}/bot{token}/getMe"), Cancel);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> AskDiscordAsync(PlatformsProcess platforms, string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{platforms.Printed["Discord__ApiBaseUrl"].TrimEnd('/')}/users/@me"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bot {token}");
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");
        using var answer = await http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
