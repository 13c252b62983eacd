using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BotHost.Sandbox;
using Microsoft.Playwright;

namespace BotHost.EndToEnd.Tests.Sandbox;

/// <summary>Threads and events that a bot made are seen on the sandbox's page.</summary>
public sealed class OrnamentsOnThePageTests
{
    private const string Token = "secret-of-this-test";

    private const string Events = "guilds/1/scheduled-events";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SandboxWorld World => new()
    {
        Discord = new DiscordWorld
        {
            Tokens = [Token],
            Bot = new DiscordUser { Id = "9", Name = "Talks", Username = "talks" },
            Users = [new DiscordUser { Id = "8", Name = "Mia", Username = "mia" }],
            Guilds =
            [
                new DiscordGuild
                {
                    Id = "1",
                    Name = "Server",
                    OwnerId = "9",
                    Members = [new DiscordMember { UserId = "9" }, new DiscordMember { UserId = "8" }],
                    Channels = [new DiscordChannel { Id = "2", Name = "news" }],
                },
            ],
        },
    };

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_thread_stands_under_its_message_and_events_open_on_demand(ColorScheme scheme)
    {
        PageVisit.SkipIfImpossible();
        await using var server = await SandboxServer.StartAsync(World, new SandboxOptions(), TimeProvider.System, Cancel);
        using var http = new HttpClient();
        var message = await AskAsync("POST", "channels/2/messages", """{"content":"Talk 1"}""");
        await AskAsync("POST", $"channels/2/messages/{message}/threads", """{"name":"Harbours"}""");
        await AskAsync("POST", $"channels/{message}/messages", """{"content":"Said in the thread"}""");
        var later = await AskAsync("POST", Events, Event("Ports", "2091-01-20", "https://example.org/join", "null"));
        await AskAsync("POST", Events, Event("Harbours", "2090-01-20", "Room 3", "\"Of **ships**.\""));
        await using var visit = await PageVisit.OpenAsync(server.PageUrl, 1300, 900);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var events = visit.Discord.Locator(".d-events");

        await PageVisit.ShowsAsync(visit.Discord.Locator(".d-thread"), "1 message");
        await PageVisit.ShowsAsync(events.Locator("summary"), "2 events");
        await PageVisit.ShowsAsync(visit.Page.Locator("section.discord h2").Nth(1), "Harbours");
        await events.Locator("summary").ClickAsync();
        var shown = await events.Locator(".d-event").AllInnerTextsAsync();
        Assert.Equal(["Harbours", "Ports"], await events.Locator(".d-event-name").AllInnerTextsAsync());
        Assert.Contains("Room 3", shown[0], StringComparison.Ordinal);
        Assert.Contains("Of ships.", shown[0], StringComparison.Ordinal);
        Assert.Contains("https://example.org/join", shown[1], StringComparison.Ordinal);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(ReadingCheck.Script));

        server.ChangeDiscordThread(message, "archive");
        await AskAsync("PATCH", $"{Events}/{later}", """{"status":4}""");

        await PageVisit.ShowsAsync(visit.Discord.Locator(".d-thread"), "archived");
        await PageVisit.ShowsAsync(events.Locator("summary"), "1 event");
        Assert.True(await events.EvaluateAsync<bool>("panel => panel.open"));
        Assert.Empty(visit.Complaints);

        async Task<string> AskAsync(string method, string path, string json)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{server.DiscordApiBaseUrl}/{path}"))
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", Token);
            request.Headers.UserAgent.ParseAdd("DiscordBot (https://example.org, 1)");
            using var answer = await http.SendAsync(request, Cancel);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.True(answer.IsSuccessStatusCode, text);
            return (string)JsonNode.Parse(text)!["id"]!;
        }
    }

    private static string Event(string name, string day, string location, string description) =>
        $$"""
        {"name":"{{name}}","privacy_level":2,"entity_type":3,"entity_metadata":{"location":"{{location}}"},"description":{{description}},
         "scheduled_start_time":"{{day}}T09:00:00Z","scheduled_end_time":"{{day}}T10:30:00Z"}
        """;
}
