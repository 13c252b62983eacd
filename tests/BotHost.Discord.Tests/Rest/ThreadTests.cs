using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;
using BotHost.Discord.Tests.Rig;

namespace BotHost.Discord.Tests.Rest;

public sealed class ThreadTests
{
    private const string Open = "/api/v10/channels/1100/messages/42/threads";

    private const string Payload = """{"name":"Harbours","auto_archive_duration":10080}""";

    private static readonly OrnamentOrder Opening = new(EffectKind.Thread, Samples.Address, "42", Payload);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thread_is_opened_under_its_message_and_has_its_id()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Open, 201, """{"id":"42","type":11,"name":"Harbours"}""");

        Assert.Equal(new Outcome.Sent("42"), await discord.Platform.AdornAsync(Opening, Cancel));

        var request = Assert.Single(discord.Server.Requests);
        Assert.Equal(Payload, request.Body);
        Assert.Equal("Bot " + ScriptedDiscord.Token, request.Headers["Authorization"]);
        Assert.Contains(EffectKind.Thread, discord.Platform.Abilities.Ornaments);
    }

    [Fact]
    public async Task A_thread_that_stands_there_already_is_done()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Open, 400, """{"message":"A thread has already been created for this message","code":160004}""");

        Assert.Equal(new Outcome.Sent("42"), await discord.Platform.AdornAsync(Opening with { Repeats = true }, Cancel));
    }

    [Fact]
    public async Task Another_title_renames_the_thread_and_leaves_the_rest_to_people()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PATCH", "/api/v10/channels/42", 200, """{"id":"42","type":11,"name":"Harbours"}""");

        Assert.Equal(new Outcome.Sent("42"), await discord.Platform.AdornAsync(Opening with { Made = "42" }, Cancel));

        Assert.Equal("""{"name":"Harbours"}""", Assert.Single(discord.Server.Requests).Body);
    }

    [Theory]
    [InlineData(null, "../42", null, Payload)]
    [InlineData(null, "", null, Payload)]
    [InlineData(null, "42", "x", Payload)]
    [InlineData(null, "42", null, "")]
    [InlineData(null, "42", null, "[]")]
    [InlineData(null, "42", null, """{"name":""}""")]
    [InlineData("2200", "42", null, Payload)]
    public async Task What_cannot_be_a_thread_never_leaves(string? thread, string receipt, string? made, string payload)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        var order = new OrnamentOrder(EffectKind.Thread, Samples.Address with { Thread = thread }, receipt, payload) { Made = made };

        Assert.Equal(RejectionScope.Message, Assert.IsType<Outcome.Rejected>(await discord.Platform.AdornAsync(order, Cancel)).Scope);
        Assert.Empty(discord.Server.Requests);
    }

    [Fact]
    public async Task After_a_429_the_next_rename_waits_and_a_create_does_not()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PATCH", "/api/v10/channels/42", 429, """{"message":"slow","retry_after":540.5,"global":false}""", ("Retry-After", "1"), ("X-RateLimit-Scope", "shared"));

        var first = await discord.Platform.AdornAsync(Opening with { Made = "42" }, Cancel);
        var second = await discord.Platform.AdornAsync(Opening with { Made = "42" }, Cancel);

        Assert.Equal(TimeSpan.FromSeconds(540.5), Assert.IsType<Outcome.Deferred>(first).After);
        Assert.Equal(TimeSpan.FromSeconds(540.55), Assert.IsType<Outcome.Deferred>(second).After);
        Assert.Single(discord.Server.Requests);
        Assert.IsType<Turn.Granted>(await discord.Platform.WaitForTurnAsync(Samples.Address, Cancel));
    }

    public static TheoryData<string, bool, int, string, string> Rows => new()
    {
        { "a thread is open", true, 201, """{"id":"42"}""", "Sent 42" },
        { "a page of something in the way confirms nothing", true, 200, "<html></html>", "Unknown" },
        { "there is one", true, 400, """{"message":"exists","code":160004}""", "Sent 42" },
        { "502 may have opened it", true, 502, "<html></html>", "Unknown" },
        { "a deleted message", true, 404, """{"message":"Unknown Message","code":10008}""", "Rejected Message message was deleted" },
        { "a deleted channel is found out by posting", true, 404, """{"message":"Unknown Channel","code":10003}""", "Rejected Message does not exist" },
        { "a channel of another type", true, 400, """{"message":"Cannot execute action on this channel type","code":50024}""", "Rejected Message text or announcement channel" },
        { "too many threads", true, 400, """{"message":"Maximum number of active threads reached","code":160006}""", "Rejected Message as many open threads" },
        { "too many threads in a news channel", true, 400, """{"message":"Maximum","code":160007}""", "Rejected Message as many open threads" },
        { "a missing right is named", true, 403, """{"message":"Missing Permissions","code":50013}""", "Rejected Message Create Public Threads" },
        { "missing access", true, 403, """{"message":"Missing Access","code":50001}""", "Rejected Message View Channel" },
        { "a bare refusal", true, 403, """{"message":"Forbidden","code":0}""", "Rejected Message Create Public Threads" },
        { "the server's filter", true, 400, """{"message":"Title blocked","code":200001}""", "Rejected Message filter objects" },
        { "an unauthorised bot stops", true, 401, """{"message":"401: Unauthorized","code":0}""", "Rejected Bot Discord__Token" },
        { "a token without a bot stops", true, 400, """{"message":"Invalid authentication token","code":50014}""", "Rejected Bot Discord__Token" },
        { "a refusal of which nothing is known", true, 400, """{"message":"no","code":59999}""", "Rejected Message" },
        { "a proxy's refusal says nothing of rights", true, 403, "<html></html>", "NotSent" },
        { "a limit waits as told", true, 429, """{"message":"slow","retry_after":9,"global":false}""", "Deferred 9" },
        { "a limit without a time waits ten minutes", true, 400, """{"message":"slow","code":20028}""", "Deferred 600" },
        { "renamed", false, 200, """{"id":"42"}""", "Sent 42" },
        { "a rename that nobody heard of is repeated", false, 503, "", "Unknown" },
        { "archived", false, 400, """{"message":"Thread is archived","code":50083}""", "Rejected Message archived" },
        { "locked", false, 400, """{"message":"Thread is locked","code":160005}""", "Rejected Message locked" },
        { "deleted", false, 404, """{"message":"Unknown Channel","code":10003}""", "Rejected Message somebody deleted the thread" },
        { "no right to rename", false, 403, """{"message":"Missing Permissions","code":50013}""", "Rejected Message Send Messages in Threads" },
        { "a rename is no opening", false, 400, """{"message":"exists","code":160004}""", "Rejected Message" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_reply_about_a_thread_has_one_meaning(string sentence, bool isNew, int status, string body, string expected) =>
        OutcomeWords.AssertIs(expected, ThreadOutcomes.Classify(new RestAnswer.Replied(status, RateReport.None, body), "1100", "42", isNew), sentence);
}
