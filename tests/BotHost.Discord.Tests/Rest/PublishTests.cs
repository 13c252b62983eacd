using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;
using BotHost.Discord.Tests.Rig;

namespace BotHost.Discord.Tests.Rest;

public sealed class PublishTests
{
    private const string Crosspost = "/api/v10/channels/1100/messages/42/crosspost";

    private static readonly OrnamentOrder Order = new(EffectKind.Publish, Samples.Address, "42");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_published_with_one_request()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Crosspost, 200, """{"id":"42","flags":1}""");

        var outcome = await discord.Platform.AdornAsync(Order, Cancel);

        Assert.Equal(new Outcome.Sent("42"), outcome);
        Assert.Equal("Bot " + ScriptedDiscord.Token, Assert.Single(discord.Server.Requests).Headers["Authorization"]);
        Assert.Contains(EffectKind.Publish, discord.Platform.Abilities.Ornaments);
    }

    [Fact]
    public async Task After_the_hourly_limit_the_next_publishing_waits_as_long_as_the_platform_said_and_a_create_does_not()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On(
            "POST", Crosspost, 429, """{"message":"slow","retry_after":1963.5,"global":false}""", ("Retry-After", "1"), ("X-RateLimit-Scope", "user"));

        var first = await discord.Platform.AdornAsync(Order, Cancel);
        var second = await discord.Platform.AdornAsync(Order with { Receipt = "43" }, Cancel);

        Assert.Equal(TimeSpan.FromSeconds(1963.5), Assert.IsType<Outcome.Deferred>(first).After);
        Assert.Equal(TimeSpan.FromSeconds(1963.55), Assert.IsType<Outcome.Deferred>(second).After);
        Assert.Single(discord.Server.Requests);
        Assert.IsType<Turn.Granted>(await discord.Platform.WaitForTurnAsync(Samples.Address, Cancel));
    }

    [Theory]
    [InlineData("../42")]
    [InlineData("")]
    public async Task What_names_no_message_never_leaves(string receipt)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();

        Assert.IsType<Outcome.Rejected>(await discord.Platform.AdornAsync(Order with { Receipt = receipt }, Cancel));
        Assert.Empty(discord.Server.Requests);
    }

    [Theory]
    [InlineData(EffectKind.Message)]
    public async Task What_is_no_ornament_here_is_refused_and_nothing_leaves(EffectKind kind)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();

        Assert.Equal(RejectionScope.Message, Assert.IsType<Outcome.Rejected>(await discord.Platform.AdornAsync(Order with { Kind = kind }, Cancel)).Scope);
        Assert.DoesNotContain(kind, discord.Platform.Abilities.Ornaments);
        Assert.Empty(discord.Server.Requests);
    }

    public static TheoryData<string, int, string, string> Rows => new()
    {
        { "a message with an id is published", 200, """{"id":"42"}""", "Sent 42" },
        { "a page of something in the way confirms nothing", 200, "<html></html>", "Unknown" },
        { "what is published already is as wished", 400, """{"message":"This message has already been crossposted.","code":40033}""", "Sent 42" },
        { "502 may have published", 502, "<html></html>", "Unknown" },
        { "a channel of another type", 400, """{"message":"Cannot execute action on this channel type","code":50024}""", "Rejected Message announcement channel" },
        { "a missing right is named", 403, """{"message":"Missing Permissions","code":50013}""", "Rejected Message Send Messages" },
        { "missing access", 403, """{"message":"Missing Access","code":50001}""", "Rejected Message View Channel" },
        { "a deleted message", 404, """{"message":"Unknown Message","code":10008}""", "Rejected Message deleted" },
        { "a channel that is gone is found out by posting", 404, """{"message":"Unknown Channel","code":10003}""", "Rejected Message does not exist" },
        { "an unauthorised bot stops", 401, """{"message":"401: Unauthorized","code":0}""", "Rejected Bot Discord__Token" },
        { "a limit waits as told", 429, """{"message":"slow","retry_after":900,"global":false}""", "Deferred 900" },
        { "a write limit with another status waits as told", 400, """{"message":"slow","code":20028,"retry_after":90}""", "Deferred 90" },
        { "a limit without a time waits ten minutes", 400, """{"message":"slow","code":20028}""", "Deferred 600" },
        { "a token without a bot stops", 400, """{"message":"Invalid authentication token","code":50014}""", "Rejected Bot Discord__Token" },
        { "a proxy's refusal says nothing of rights", 403, "<html></html>", "NotSent" },
        { "a refusal of which nothing is known", 400, """{"message":"no","code":59999}""", "Rejected Message" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_reply_to_a_publishing_has_one_meaning(string sentence, int status, string body, string expected) =>
        OutcomeWords.AssertIs(expected, PublishOutcomes.Classify(new RestAnswer.Replied(status, RateReport.None, body), "1100", "42"), sentence);
}
