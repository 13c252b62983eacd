using BotHost.Announcements.Platforms;
using BotHost.Discord.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BotHost.Discord.Tests.Rest;

public sealed class ServerTimeTests
{
    private const string Messages = "/api/v10/channels/1100/messages";

    private const string Gateway = "/api/v10/gateway";

    private const string Said = "Fri, 01 Jan 2027 09:30:15 GMT";

    private static readonly Instant Then = Instant.FromUtc(2027, 1, 1, 9, 30, 15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, """{"id":"42"}""")]
    [InlineData(403, """{"message":"Missing Access","code":50001}""")]
    [InlineData(502, "<html></html>")]
    public async Task The_time_of_every_reply_is_noted(int status, string body)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, status, body, ("Date", Said));

        await discord.Platform.SendAsync(Samples.Order(), Cancel);

        var noted = Assert.Single(TimesOf(discord).Latest);
        Assert.Equal((new PlatformId("discord"), Then), (noted.Platform, noted.Said));
        Assert.Equal(Instant.FromUtc(2027, 1, 1, 0, 0), noted.Wall);
    }

    [Fact]
    public async Task The_time_is_noted_before_the_body_is_there()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, async (context, _) =>
        {
            context.Response.Headers.Date = Said;
            await context.Response.Body.FlushAsync(Cancel);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var sending = discord.Platform.SendAsync(Samples.Order(), Cancel);
        await discord.UntilAsync(() => TimesOf(discord).Latest.Count == 1, "No time was noted.");

        Assert.False(sending.IsCompleted);
        discord.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.IsType<Outcome.Unknown>(await sending.WaitAsync(TimeSpan.FromSeconds(10), Cancel));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("Fri, 99 Jan 2027 09:30:15 GMT")]
    public async Task A_time_that_cannot_be_read_is_not_noted(string date)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, 200, """{"id":"42"}""", ("Date", date));
        discord.Server.On("GET", Gateway, 200, "{}", ("Date", date));

        Assert.Equal(new Outcome.Sent("42"), await discord.Platform.SendAsync(Samples.Order(), Cancel));
        Assert.Null(await discord.Platform.AskTimeAsync(Cancel));
        Assert.Empty(TimesOf(discord).Latest);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(503)]
    public async Task The_time_is_asked_for_without_the_token_and_whatever_the_answer(int status)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("GET", Gateway, status, "{}", ("Date", Said));

        Assert.Equal(Then, await discord.Platform.AskTimeAsync(Cancel));
        Assert.DoesNotContain("Authorization", Assert.Single(discord.Server.Requests).Headers.Keys);
    }

    [Fact]
    public async Task A_refused_bot_can_still_ask_for_the_time()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, 401, """{"message":"401: Unauthorized","code":0}""");
        discord.Server.On("GET", Gateway, 200, "{}", ("Date", Said));
        await discord.Platform.SendAsync(Samples.Order(), Cancel);

        Assert.IsType<PlatformState.Refused>(discord.Platform.State);
        Assert.Equal(Then, await discord.Platform.AskTimeAsync(Cancel));
    }

    [Fact]
    public async Task Where_nothing_answers_there_is_no_time()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("GET", Gateway, (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Null(await discord.Platform.AskTimeAsync(Cancel));
    }

    [Fact]
    public async Task Without_a_token_nobody_is_asked_for_the_time()
    {
        await using var discord = await ScriptedDiscord.BuildAsync(token: null);

        Assert.Null(await discord.Platform.AskTimeAsync(Cancel));
        Assert.Empty(discord.Server.Requests);
    }

    private static ServerTimes TimesOf(ScriptedDiscord discord) => discord.Host.Services.GetRequiredService<ServerTimes>();
}
