using BotHost.Announcements.Platforms;
using BotHost.Discord.Tests.Rig;

namespace BotHost.Discord.Tests.Rest;

public sealed class PrivateChatTests
{
    private const string Channels = "/api/v10/users/@me/channels";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_private_chat_is_opened_once_for_each_person()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Channels, 200, """{"id":"3300","type":1}""");

        var first = await discord.Platform.OpenPrivateChatAsync("700", Cancel);
        var second = await discord.Platform.OpenPrivateChatAsync("700", Cancel);

        Assert.Equal(new PrivateChat.Open(new ChannelAddress(new PlatformId("discord"), "3300")), first);
        Assert.Equal(first, second);
        Assert.Equal("""{"recipient_id":"700"}""", Assert.Single(discord.Server.Requests).Body);
    }

    [Theory]
    [InlineData(400, """{"message":"Cannot send messages to this user","code":50007}""", "takes no messages")]
    [InlineData(403, """{"message":"No mutual guilds","code":50278}""", "share a server")]
    [InlineData(404, """{"message":"Unknown User","code":10013}""", "nobody on Discord has the id 700")]
    [InlineData(429, """{"message":"slow","retry_after":9,"global":false}""", "for now")]
    [InlineData(400, """{"message":"opening direct messages too fast","code":40003}""", "too fast")]
    [InlineData(403, "<html></html>", "a proxy between the bot and Discord answered 403")]
    [InlineData(502, "", "502")]
    [InlineData(200, "<html></html>", "200")]
    [InlineData(200, """{"id":"../x"}""", "named no channel")]
    public async Task A_chat_that_cannot_be_opened_says_why_and_is_tried_anew(int status, string body, string words)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        (string, string)[] headers = status == 429 ? [("X-RateLimit-Scope", "user")] : [];
        discord.Server.On("POST", Channels, status, body, headers);

        var closed = Assert.IsType<PrivateChat.Closed>(await discord.Platform.OpenPrivateChatAsync("700", Cancel));
        discord.Server.On("POST", Channels, 200, """{"id":"3300","type":1}""");
        discord.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Contains(words, closed.Reason, StringComparison.Ordinal);
        Assert.IsType<PrivateChat.Open>(await discord.Platform.OpenPrivateChatAsync("700", Cancel));
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("")]
    [InlineData("0700")]
    public async Task What_is_no_user_id_never_leaves(string userId)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();

        Assert.Contains("no Discord user id", Assert.IsType<PrivateChat.Closed>(await discord.Platform.OpenPrivateChatAsync(userId, Cancel)).Reason, StringComparison.Ordinal);
        Assert.Empty(discord.Server.Requests);
    }

    [Fact]
    public async Task Somebody_who_takes_no_messages_is_a_target_that_is_set_aside_with_a_remedy()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", "/api/v10/channels/3300/messages", 403, """{"message":"Cannot send messages to this user","code":50007}""");

        var outcome = await discord.Platform.SendAsync(Samples.Order() with { Target = Samples.Address with { Id = "3300" } }, Cancel);

        var rejected = Assert.IsType<Outcome.Rejected>(outcome);
        Assert.Equal(RejectionScope.Target, rejected.Scope);
        Assert.Contains("direct messages", rejected.Remedy, StringComparison.Ordinal);
    }
}
