using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;
using BotHost.Discord.Tests.Rig;

namespace BotHost.Discord.Tests.Rest;

public sealed class PinTests
{
    private const string Pin = "/api/v10/channels/1100/messages/pins/42";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pin_and_an_unpin_are_one_request_each_without_a_body()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.NoContent("PUT", Pin);
        discord.NoContent("DELETE", Pin);

        Assert.Equal(new Outcome.Sent("42"), await discord.Platform.AdornAsync(Pinning(Samples.Address, "42"), Cancel));
        Assert.Equal(new Outcome.Sent("42"), await discord.Platform.AdornAsync(Pinning(Samples.Address, "42"), Cancel));
        Assert.Equal(new Outcome.Sent("42"), await discord.Platform.AdornAsync(Unpinning(Samples.Address, "42"), Cancel));

        Assert.Equal(["PUT", "PUT", "DELETE"], discord.Server.Requests.Select(request => request.Method));
        Assert.All(discord.Server.Requests, request => Assert.Equal("", request.Body));
        Assert.All(discord.Server.Requests, request => Assert.Equal("Bot " + ScriptedDiscord.Token, request.Headers["Authorization"]));
        Assert.Superset(new HashSet<EffectKind> { EffectKind.Pin, EffectKind.Unpin }, discord.Platform.Abilities.Ornaments.ToHashSet());
    }

    [Fact]
    public async Task A_message_in_a_thread_is_pinned_in_the_thread()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.NoContent("PUT", "/api/v10/channels/2200/messages/pins/42");

        Assert.Equal(new Outcome.Sent("42"), await discord.Platform.AdornAsync(Pinning(Samples.Address with { Thread = "2200" }, "42"), Cancel));
    }

    [Theory]
    [InlineData("../42")]
    [InlineData("")]
    public async Task What_names_no_message_never_leaves(string receipt)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();

        Assert.IsType<Outcome.Rejected>(await discord.Platform.AdornAsync(Pinning(Samples.Address, receipt), Cancel));
        Assert.IsType<Outcome.Rejected>(await discord.Platform.AdornAsync(Unpinning(Samples.Address, receipt), Cancel));
        Assert.Empty(discord.Server.Requests);
    }

    [Fact]
    public async Task After_a_429_the_next_pin_in_the_channel_waits_and_a_create_does_not()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PUT", Pin, 429, """{"message":"slow","retry_after":64.5,"global":false}""", ("Retry-After", "65"), ("X-RateLimit-Scope", "user"));

        Assert.IsType<Outcome.Deferred>(await discord.Platform.AdornAsync(Pinning(Samples.Address, "42"), Cancel));
        var second = await discord.Platform.AdornAsync(Pinning(Samples.Address, "43"), Cancel);

        Assert.Equal(TimeSpan.FromSeconds(65.05), Assert.IsType<Outcome.Deferred>(second).After);
        Assert.Single(discord.Server.Requests);
        Assert.IsType<Turn.Granted>(await discord.Platform.WaitForTurnAsync(Samples.Address, Cancel));
    }

    [Fact]
    public async Task A_refused_token_stops_the_platform()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PUT", Pin, 401, """{"message":"401: Unauthorized","code":0}""");

        await discord.Platform.AdornAsync(Pinning(Samples.Address, "42"), Cancel);

        Assert.IsType<PlatformState.Refused>(discord.Platform.State);
    }

    private static OrnamentOrder Pinning(ChannelAddress target, string receipt) => new(EffectKind.Pin, target, receipt);

    private static OrnamentOrder Unpinning(ChannelAddress target, string receipt) => new(EffectKind.Unpin, target, receipt);

    public static TheoryData<string, string, int, string, string> Rows => new()
    {
        { "a pin is confirmed without words", "PUT", 204, "", "Sent 42" },
        { "a page of something in the way confirms nothing", "PUT", 200, "<html></html>", "Unknown" },
        { "502 may have pinned", "PUT", 502, "<html></html>", "Unknown" },
        { "too many pins", "PUT", 400, """{"message":"Maximum number of pins reached","code":30003}""", "Rejected Message unpin one" },
        { "a missing right is named", "PUT", 403, """{"message":"Missing Permissions","code":50013}""", "Rejected Message PIN_MESSAGES" },
        { "missing access", "DELETE", 403, """{"message":"Missing Access","code":50001}""", "Rejected Message View Channel" },
        { "a deleted message is not pinned", "PUT", 404, """{"message":"Unknown Message","code":10008}""", "Rejected Message deleted" },
        { "a deleted message is unpinned", "DELETE", 404, """{"message":"Unknown Message","code":10008}""", "Sent 42" },
        { "a channel that is gone is found out by posting", "PUT", 404, """{"message":"Unknown Channel","code":10003}""", "Rejected Message does not exist" },
        { "an archived thread", "PUT", 400, """{"message":"Thread is archived","code":50083}""", "Rejected Message archived" },
        { "a proxy's refusal says nothing of the bot's rights", "PUT", 403, "<html></html>", "NotSent" },
        { "a proxy's login does not stop the bot", "DELETE", 401, """{"error":"log in"}""", "NotSent" },
        { "an unauthorised bot stops", "PUT", 401, """{"message":"401: Unauthorized","code":0}""", "Rejected Bot Discord__Token" },
        { "a limit waits as told", "DELETE", 429, """{"message":"slow","retry_after":9,"global":false}""", "Deferred 9" },
        { "a limit without a time waits ten minutes", "PUT", 400, """{"message":"slow","code":20028}""", "Deferred 600" },
        { "a token without a bot stops", "PUT", 400, """{"message":"Invalid authentication token","code":50014}""", "Rejected Bot Discord__Token" },
        { "a bare refusal", "PUT", 403, """{"message":"Forbidden","code":0}""", "Rejected Message PIN_MESSAGES" },
        { "a refusal of which nothing is known", "PUT", 400, """{"message":"no","code":59999}""", "Rejected Message" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_reply_to_a_pin_has_one_meaning(string sentence, string method, int status, string body, string expected)
    {
        var call = PinMessage.TryBuild(new HttpMethod(method), Samples.Address, "42", out _)!;

        OutcomeWords.AssertIs(expected, PinOutcomes.Classify(new RestAnswer.Replied(status, RateReport.None, body), call, "42"), sentence);
    }
}
