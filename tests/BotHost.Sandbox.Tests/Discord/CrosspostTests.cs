using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class CrosspostTests
{
    private const string News = "/channels/" + Sample.News + "/messages";
    private const string Text = "/channels/" + Sample.Text + "/messages";

    [Fact]
    public async Task A_message_of_a_news_channel_is_published_once()
    {
        await using var scene = await Scene.StartAsync();
        await using var gateway = await scene.ConnectAsync();
        await gateway.IdentifyAsync(1 | (1 << 9));
        var id = (await scene.PostAsync(News, """{"content":"x"}"""))["id"];

        var published = await scene.DiscordAsync(HttpMethod.Post, $"{News}/{id}/crosspost");
        var again = await scene.DiscordAsync(HttpMethod.Post, $"{News}/{id}/crosspost");
        var heard = await gateway.DispatchAsync("MESSAGE_UPDATE");

        Assert.Equal((200, id, "1"), (published.Status, published["id"], published["flags"]));
        Assert.Equal((400, "40033"), (again.Status, again["code"]));
        Assert.Equal((id, "1"), ((string?)heard["d"]!["id"], heard["d"]!["flags"]!.ToString()));
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.Crossposted));
        Assert.Equal((Sample.News, id), (entry.ChatId, entry.MessageId));
    }

    [Fact]
    public async Task A_message_of_an_ordinary_channel_cannot_be_published()
    {
        await using var scene = await Scene.StartAsync();
        var id = (await scene.PostAsync(Text, """{"content":"x"}"""))["id"];

        var answer = await scene.DiscordAsync(HttpMethod.Post, $"{Text}/{id}/crosspost");

        Assert.Equal((400, "50024"), (answer.Status, answer["code"]));
        Assert.Equal(0, scene.Count(RecordKinds.Crossposted));
    }

    [Fact]
    public async Task Ten_are_published_in_an_hour_and_the_eleventh_is_told_how_long_to_wait()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        var first = await PublishAsync(scene);
        clock.Advance(TimeSpan.FromMinutes(20));
        for (var number = 2; number <= 10; number++)
        {
            Assert.Equal(200, (await PublishAsync(scene)).Status);
        }

        var id = (await scene.PostAsync(News, """{"content":"x"}"""))["id"];
        var refused = await scene.DiscordAsync(HttpMethod.Post, $"{News}/{id}/crosspost");
        clock.Advance(TimeSpan.FromMinutes(40));
        var accepted = await scene.DiscordAsync(HttpMethod.Post, $"{News}/{id}/crosspost");

        Assert.Equal((200, 200), (first.Status, accepted.Status));
        Assert.Equal((429, 2400.0, "2400"), (refused.Status, (double)refused.Body!["retry_after"]!, refused.Headers.GetValues("Retry-After").Single()));
        Assert.Equal("10", refused.Headers.GetValues("X-RateLimit-Limit").Single());
        Assert.Equal(11, scene.Count(RecordKinds.Crossposted));
    }

    private static async Task<Answer> PublishAsync(Scene scene)
    {
        var id = (await scene.PostAsync(News, """{"content":"x"}"""))["id"];
        return await scene.DiscordAsync(HttpMethod.Post, $"{News}/{id}/crosspost");
    }
}
