using System.Net.Http.Headers;
using System.Text;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;
using BotHost.TestKit.Pictures;
using Microsoft.Playwright;

namespace BotHost.EndToEnd.Tests.Sandbox;

/// <summary>What a bot uploads is seen on the sandbox's page, where the platforms would show it.</summary>
[Collection(MeasuredTime.Name)]
public sealed class PicturesOnThePageTests
{
    private const string DiscordToken = "secret-of-this-test";
    private const string TelegramToken = "77:secret-of-this-test";

    private static readonly byte[] Poster = PngPicture.Of(120, 63);
    private static readonly byte[] Face = PngPicture.Of(20, 20, 60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SandboxWorld World => new()
    {
        Discord = new DiscordWorld
        {
            Tokens = [DiscordToken],
            Bot = new DiscordUser { Id = "9", Name = "Talks", Username = "talks" },
            Guilds =
            [
                new DiscordGuild
                {
                    Id = "1", Name = "Server", OwnerId = "9", Members = [new DiscordMember { UserId = "9" }], Channels = [new DiscordChannel { Id = "2", Name = "news" }],
                },
            ],
        },
        Telegram = new TelegramWorld
        {
            Tokens = [TelegramToken],
            Bot = new TelegramUser { Id = 77, Name = "Talks", Username = "talks_bot" },
            Chats = [new TelegramChat { Id = -5, Title = "Group", Type = "supergroup", Administrators = [new TelegramAdministrator { UserId = 77 }] }],
        },
    };

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Posters_photos_captions_and_pins_are_seen_and_can_be_read(ColorScheme scheme)
    {
        PageVisit.SkipIfImpossible();
        await using var server = await SandboxServer.StartAsync(World, new SandboxOptions(), TimeProvider.System, Cancel);
        using var http = new HttpClient();
        await PostEmbedAsync(http, server);
        await PostPhotoAsync(http, server, "With a caption");
        await PostPhotoAsync(http, server, caption: null);
        using var pin = await http.GetAsync(new Uri($"{server.TelegramApiBaseUrl}/bot{TelegramToken}/pinChatMessage?chat_id=-5&message_id=1"), Cancel);
        await using var visit = await PageVisit.OpenAsync(server.PageUrl, 1300, 900);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

        await PageVisit.ShowsAsync(visit.Discord.Locator(".d-embed-author"), "【New Event】 Talk 1");
        await PageVisit.ShowsAsync(visit.Telegram.Locator("article").First, "With a caption");
        await PageVisit.ShowsAsync(visit.Telegram.Locator(".pinned-note"), "With a caption");
        await Assertions.Expect(visit.Page.Locator("article img")).ToHaveCountAsync(4);
        await visit.Page.WaitForFunctionAsync("[...document.images].every((image) => image.complete)");
        var pictures = await visit.Page.EvaluateAsync<string[]>("[...document.images].map((image) => `${image.className} ${image.naturalWidth} ${image.alt}`.trim())");

        Assert.Equal(["d-thumbnail 20", "d-image 120 A bridge", "t-photo 120", "t-photo 120"], pictures);
        Assert.Equal(1, await visit.Telegram.Locator(".t-meta .icon").CountAsync());
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(ReadingCheck.Script));
        Assert.Empty(visit.Complaints);
    }

    private static async Task PostEmbedAsync(HttpClient http, SandboxServer server)
    {
        const string payload = """
            {
              "content": "Talk 1", "allowed_mentions": {"parse":[]},
              "embeds": [{"author":{"name":"【New Event】 Talk 1"},"title":"A talk","description":"### When\n<t:1895000000:F>",
                "image":{"url":"attachment://poster.png"},"thumbnail":{"url":"attachment://face.png"}}],
              "attachments": [{"id":0,"filename":"poster.png","description":"A bridge"},{"id":1,"filename":"face.png"}]
            }
            """;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(payload, Encoding.UTF8, "application/json"), "payload_json" },
            { new ByteArrayContent(Poster), "files[0]", "poster.png" },
            { new ByteArrayContent(Face), "files[1]", "face.png" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.DiscordApiBaseUrl}/channels/2/messages") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", DiscordToken);
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");
        using var answer = await http.SendAsync(request, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task PostPhotoAsync(HttpClient http, SandboxServer server, string? caption)
    {
        using var content = new MultipartFormDataContent { { new StringContent("-5"), "chat_id" }, { new ByteArrayContent(Poster), "photo", "poster.png" } };
        if (caption is not null)
        {
            content.Add(new StringContent(caption), "caption");
        }

        using var answer = await http.PostAsync(new Uri($"{server.TelegramApiBaseUrl}/bot{TelegramToken}/sendPhoto"), content, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
