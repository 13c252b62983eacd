using System.Text.Json;
using BotHost.Discord.Gateway;
using BotHost.Discord.Tests.Rig;

namespace BotHost.Discord.Tests.Gateway;

public sealed class RightsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GUILD_ROLE_CREATE", """{"guild_id":"5","role":{"id":"60"} }""")]
    [InlineData("GUILD_ROLE_UPDATE", """{"guild_id":"5","role":{"id":"60"} }""")]
    [InlineData("GUILD_ROLE_DELETE", """{"guild_id":"5","role_id":"60"}""")]
    [InlineData("CHANNEL_CREATE", """{"id":"1100"}""")]
    [InlineData("CHANNEL_UPDATE", """{"id":"1100"}""")]
    [InlineData("THREAD_UPDATE", """{"id":"2200"}""")]
    [InlineData("THREAD_LIST_SYNC", """{"guild_id":"5"}""")]
    [InlineData("GUILD_MEMBER_UPDATE", """{"guild_id":"5","user":{"id":"901"},"roles":[]}""")]
    [InlineData("GUILD_CREATE", """{"id":"6"}""")]
    public async Task What_may_change_the_rights_of_the_bot_is_told(string type, string data)
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        discord.Platform.RightsChanged += () => told.TrySetResult();
        var peer = await WelcomeAsync(discord);

        await SayAsync(peer, type, data);

        await told.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    [Theory]
    [InlineData("GUILD_CREATE", """{"id":"5"}""")]
    [InlineData("GUILD_MEMBER_UPDATE", """{"guild_id":"5","user":{"id":"700"},"roles":[]}""")]
    [InlineData("GUILD_MEMBER_UPDATE", "null")]
    [InlineData("GUILD_UPDATE", """{"id":"5"}""")]
    [InlineData("GUILD_DELETE", """{"id":"5","unavailable":true}""")]
    [InlineData("CHANNEL_PINS_UPDATE", """{"channel_id":"1100"}""")]
    [InlineData("THREAD_CREATE", """{"id":"2200"}""")]
    [InlineData("TYPING_START", """{"user_id":"901"}""")]
    [InlineData("SOMETHING_NEW", "{}")]
    public void What_changes_no_rights_of_the_bot_is_not_told(string type, string data)
    {
        var watch = new RightsWatch();
        Assert.False(watch.Begin(new ReadyPayload("S1", null, null, new ReadyUser("901"), [new ReadyGuild("5")])));

        Assert.False(watch.Concerns(type, JsonElement.Parse(data)));
    }

    [Fact]
    public void A_server_that_comes_back_or_is_joined_again_is_told()
    {
        var watch = new RightsWatch();
        watch.Begin(new ReadyPayload("S1", null, null, new ReadyUser("901"), [new ReadyGuild("5")]));
        var server = JsonElement.Parse("""{"id":"5"}""");

        Assert.False(watch.Concerns("GUILD_CREATE", server));
        Assert.True(watch.Concerns("GUILD_CREATE", server));
    }

    [Fact]
    public async Task A_new_session_tells_because_the_lost_one_may_have_missed_something()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        discord.Platform.RightsChanged += () => told.TrySetResult();
        var first = await WelcomeAsync(discord);
        Assert.False(told.Task.IsCompleted);
        await first.SayAsync("""{"op":9,"d":false}""");

        var second = await discord.NextConnectionAsync();
        await second.WelcomeAsync("S2");

        await told.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private static async Task<GatewayPeer> WelcomeAsync(ScriptedDiscord discord)
    {
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();
        return peer;
    }

    private static async Task SayAsync(GatewayPeer peer, string type, string data)
    {
        await peer.SayAsync($$"""{"op":0,"s":9,"t":"{{type}}","d":{{data}} }""");
        await peer.SettleAsync();
    }
}
