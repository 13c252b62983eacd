using System.Net.Http.Headers;
using System.Text;

namespace BotHost.Sandbox.Tests.Scenes;

/// <summary>Multipart requests as bots write them.</summary>
internal static class Upload
{
    public static async Task<Answer> DiscordAsync(this Scene scene, HttpMethod method, string path, string payload, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var json = new StringContent(payload, Encoding.UTF8);
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var content = new MultipartFormDataContent { { json, "payload_json" } };
        foreach (var (field, name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        using var request = new HttpRequestMessage(method, scene.Server.DiscordApiBaseUrl + path) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", "Bot " + Sample.DiscordToken);
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");
        return await scene.SendAsync(request);
    }

    public static async Task<Answer> TelegramAsync(this Scene scene, string method, IEnumerable<(string Name, string Value)> fields, params (string Field, byte[] Bytes)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (field, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, "poster.png");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{scene.Server.TelegramApiBaseUrl}/bot{Sample.TelegramToken}/{method}") { Content = content };
        return await scene.SendAsync(request);
    }

    public static async Task<byte[]> DownloadAsync(this Scene scene, string address)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(new Uri(scene.Server.PageUrl, address), Scene.Stop);
    }
}
