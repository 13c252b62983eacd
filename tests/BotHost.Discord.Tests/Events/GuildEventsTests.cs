using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Tests.Rig;
using Microsoft.AspNetCore.Http;

namespace BotHost.Discord.Tests.Events;

public sealed class GuildEventsTests
{
    private const string List = "/api/v10/guilds/500/scheduled-events";

    private const string One = List + "/77";

    private const string Payload =
        """{"name":"Harbours","privacy_level":2,"entity_type":3,"entity_metadata":{"location":"Room 3"},"scheduled_start_time":"2027-01-20T09:00:00Z","scheduled_end_time":"2027-01-20T10:30:00Z","description":null}""";

    private static readonly OrnamentOrder Making = new(EffectKind.Event, Samples.Address, "42", Payload);

    private static readonly OrnamentOrder Changing = Making with { Made = "77" };

    private static readonly OrnamentOrder TakingAway = Changing with { Payload = "" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_made_in_the_server_of_the_channel_which_is_asked_for_once()
    {
        await using var discord = await BuildAsync();
        discord.Server.On("POST", List, 200, """{"id":"77"}""");

        Assert.Equal(new Outcome.Sent("77"), await discord.Platform.AdornAsync(Making, Cancel));
        Assert.Equal(new Outcome.Sent("77"), await discord.Platform.AdornAsync(Making with { Receipt = "" }, Cancel));

        Assert.Equal(
            ["GET /api/v10/channels/1100", "GET /api/v10/users/@me", $"GET {List}", $"POST {List}", $"GET {List}", $"POST {List}"],
            discord.Server.Requests.Select(request => $"{request.Method} {request.PathAndQuery}"));
        Assert.Equal(Payload, discord.RequestsTo("POST", List)[0].Body);
        Assert.Contains(EffectKind.Event, discord.Platform.Abilities.Ornaments);
    }

    public static TheoryData<string, string, string> Standing => new()
    {
        { "its own", """{"id":"77","creator_id":"900","name":"Harbours","scheduled_start_time":"2027-01-20T09:00:00+00:00","status":1}""", "77" },
        { "written in another zone", """{"id":"77","creator_id":"900","name":"Harbours ","scheduled_start_time":"2027-01-20T18:00:00.000000+09:00","status":2}""", "77" },
        { "somebody else's", """{"id":"77","creator_id":"901","name":"Harbours","scheduled_start_time":"2027-01-20T09:00:00+00:00","status":1}""", "78" },
        { "nobody's, from older times", """{"id":"77","creator_id":null,"name":"Harbours","scheduled_start_time":"2027-01-20T09:00:00+00:00","status":1}""", "78" },
        { "another talk", """{"id":"77","creator_id":"900","name":"Ports","scheduled_start_time":"2027-01-20T09:00:00+00:00","status":1}""", "78" },
        { "another time", """{"id":"77","creator_id":"900","name":"Harbours","scheduled_start_time":"2027-01-21T09:00:00+00:00","status":1}""", "78" },
        { "a cancelled one", """{"id":"77","creator_id":"900","name":"Harbours","scheduled_start_time":"2027-01-20T09:00:00+00:00","status":4}""", "78" },
        { "what is no event", "null", "78" },
    };

    [Theory]
    [MemberData(nameof(Standing))]
    public async Task An_event_of_its_own_that_stands_there_is_not_made_again(string sentence, string standing, string expected)
    {
        await using var discord = await BuildAsync();
        discord.Server.On("GET", List, 200, $"[{standing}]");
        discord.Server.On("POST", List, 200, """{"id":"78"}""");

        OutcomeWords.AssertIs($"Sent {expected}", await discord.Platform.AdornAsync(Making with { Repeats = true }, Cancel), sentence);
        Assert.Equal(expected == "78" ? 1 : 0, discord.RequestsTo("POST", List).Count);
    }

    [Fact]
    public async Task A_correction_sends_the_whole_payload()
    {
        await using var discord = await BuildAsync();
        discord.Server.On("PATCH", One, 200, """{"id":"77"}""");

        Assert.Equal(new Outcome.Sent("77"), await discord.Platform.AdornAsync(Changing, Cancel));

        Assert.Equal(Payload, Assert.Single(discord.RequestsTo("PATCH", One)).Body);
        Assert.Empty(discord.RequestsTo("GET", List));
    }

    [Theory]
    [InlineData(1, """{"status":4}""")]
    [InlineData(2, """{"status":3}""")]
    [InlineData(3, null)]
    [InlineData(4, null)]
    public async Task What_is_to_come_is_cancelled_what_has_begun_is_ended_and_what_is_over_is_left_alone(int status, string? body)
    {
        await using var discord = await BuildAsync();
        discord.Server.On("GET", One, 200, $$"""{"id":"77","status":{{status}}}""");
        discord.Server.On("PATCH", One, 200, """{"id":"77"}""");

        Assert.Equal(new Outcome.Sent(""), await discord.Platform.AdornAsync(TakingAway, Cancel));

        Assert.Equal(body, discord.RequestsTo("PATCH", One).SingleOrDefault()?.Body);
    }

    [Theory]
    [InlineData("GET", 404, """{"message":"Unknown Guild Scheduled Event","code":10070}""", "Sent")]
    [InlineData("PATCH", 404, """{"message":"Unknown Guild Scheduled Event","code":10070}""", "Sent")]
    [InlineData("PATCH", 400, """{"message":"Cannot update a finished event","code":180000}""", "Sent")]
    [InlineData("GET", 502, "", "NotSent")]
    [InlineData("PATCH", 502, "", "Unknown")]
    [InlineData("PATCH", 403, """{"message":"Missing Permissions","code":50013}""", "Rejected Message Create Events")]
    public async Task An_event_that_is_gone_is_taken_away(string method, int status, string body, string expected)
    {
        await using var discord = await BuildAsync();
        discord.Server.On("GET", One, 200, """{"id":"77","status":1}""");
        discord.Server.On(method, One, status, body);

        OutcomeWords.AssertIs(expected, await discord.Platform.AdornAsync(TakingAway, Cancel), $"{method} {status}");
    }

    public static TheoryData<string, string, int, string, string> Rows => new()
    {
        { "a page of something in the way confirms nothing", "POST", 200, "<html></html>", "Unknown" },
        { "502 may have made it", "POST", 502, "<html></html>", "Unknown" },
        { "500 may have made it", "POST", 500, """{"message":"500: Internal Server Error","code":0}""", "Unknown" },
        { "a missing right is named", "POST", 403, """{"message":"Missing Permissions","code":50013}""", "Rejected Message Create Events" },
        { "too many events", "POST", 400, """{"message":"Maximum number of uncompleted guild scheduled events reached (100)","code":30038}""", "Rejected Message delete some" },
        { "too late", "POST", 400, """{"message":"Invalid Form Body","code":50035,"errors":{"scheduled_start_time":{"_errors":[{"code":"GUILD_SCHEDULED_EVENT_SCHEDULE_PAST","message":"Cannot schedule event in the past."}]}}}""", "Rejected Message start has passed" },
        { "another mistake of the form", "POST", 400, """{"message":"Invalid Form Body","code":50035,"errors":{"name":{"_errors":[{"code":"X","message":"x"}]}}}""", "Rejected Message correct" },
        { "an unauthorised bot stops", "POST", 401, """{"message":"401: Unauthorized","code":0}""", "Rejected Bot Discord__Token" },
        { "a proxy's refusal says nothing of rights", "POST", 403, "<html></html>", "NotSent" },
        { "a limit waits as told", "POST", 429, """{"message":"slow","retry_after":9,"global":false}""", "Deferred 9" },
        { "a list that is no list", "GET", 200, "<html></html>", "NotSent" },
        { "a list that nobody heard", "GET", 503, "", "NotSent" },
        { "a list that is refused", "GET", 403, """{"message":"Missing Access","code":50001}""", "Rejected Message View Channel" },
        { "a limit without a time waits ten minutes", "POST", 400, """{"message":"slow","code":20028}""", "Deferred 600" },
        { "a token without a bot stops", "POST", 400, """{"message":"Invalid authentication token","code":50014}""", "Rejected Bot Discord__Token" },
        { "a refusal of which nothing is known", "POST", 400, """{"message":"no","code":59999}""", "Rejected Message" },
        { "a list that has to wait", "GET", 429, """{"message":"slow","retry_after":9,"global":false}""", "Deferred 9" },
        { "a list for the bot's token", "GET", 401, """{"message":"401: Unauthorized","code":0}""", "Rejected Bot Discord__Token" },
        { "a deleted event is not corrected", "PATCH", 404, """{"message":"Unknown Guild Scheduled Event","code":10070}""", "Rejected Message somebody deleted the event" },
        { "a finished event is not corrected", "PATCH", 400, """{"message":"Cannot update a finished event","code":180000}""", "Rejected Message over or was cancelled" },
        { "a correction that nobody heard of is repeated", "PATCH", 504, "", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_reply_about_an_event_has_one_meaning(string sentence, string method, int status, string body, string expected)
    {
        await using var discord = await BuildAsync();
        discord.Server.On(method, method == "PATCH" ? One : List, status, body);

        OutcomeWords.AssertIs(expected, await discord.Platform.AdornAsync(method == "PATCH" ? Changing : Making, Cancel), sentence);
        Assert.Equal(expected.StartsWith("Rejected Bot", StringComparison.Ordinal), discord.Platform.State is PlatformState.Refused);
        Assert.Equal(method == "POST" ? 1 : 0, discord.RequestsTo("POST", List).Count);
    }

    [Theory]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""", "Rejected Message correct the address")]
    [InlineData(403, """{"message":"Missing Access","code":50001}""", "Rejected Message View Channel")]
    [InlineData(200, """{"id":"1100","type":1}""", "Rejected Message take 'event' out")]
    [InlineData(500, "", "NotSent")]
    public async Task Without_a_server_there_is_no_event(int status, string body, string expected)
    {
        await using var discord = await BuildAsync();
        discord.Server.On("GET", "/api/v10/channels/1100", status, body);

        OutcomeWords.AssertIs(expected, await discord.Platform.AdornAsync(Making, Cancel), $"{status}");
        Assert.Single(discord.Server.Requests);
    }

    [Theory]
    [InlineData("x", Payload)]
    [InlineData(null, "")]
    [InlineData(null, "[]")]
    [InlineData("77", "not json")]
    public async Task What_cannot_be_an_event_never_leaves(string? made, string payload)
    {
        await using var discord = await BuildAsync();

        Assert.Equal(RejectionScope.Message, Assert.IsType<Outcome.Rejected>(await discord.Platform.AdornAsync(Making with { Made = made, Payload = payload }, Cancel)).Scope);
        Assert.Empty(discord.Server.Requests);
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_finds_its_event_on_the_second_try()
    {
        await using var discord = await BuildAsync();
        var made = 0;
        discord.Server.On("POST", List, (context, _) =>
        {
            made++;
            discord.Server.On("GET", List, 200, """[{"id":"77","creator_id":"900","name":"Harbours","scheduled_start_time":"2027-01-20T09:00:00+00:00","status":1}]""");
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.IsType<Outcome.Unknown>(await discord.Platform.AdornAsync(Making, Cancel));
        Assert.Equal(new Outcome.Sent("77"), await discord.Platform.AdornAsync(Making with { Repeats = true }, Cancel));
        Assert.Equal(1, made);
    }

    private static async Task<ScriptedDiscord> BuildAsync()
    {
        var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("GET", "/api/v10/channels/1100", 200, """{"id":"1100","type":0,"guild_id":"500"}""");
        discord.Server.On("GET", "/api/v10/users/@me", 200, """{"id":"900","bot":true}""");
        discord.Server.On("GET", List, StatusCodes.Status200OK, "[]");
        return discord;
    }
}
