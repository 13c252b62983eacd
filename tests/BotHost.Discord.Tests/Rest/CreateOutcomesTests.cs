using System.Globalization;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;

namespace BotHost.Discord.Tests.Rest;

public sealed class CreateOutcomesTests
{
    public static TheoryData<string, int, string, string> Rows => new()
    {
        { "a message with an id is sent", 200, """{"id":"42","content":"x"}""", "Sent 42" },
        { "a page of a portal in the way is no message", 200, "<html>log in</html>", "Unknown" },
        { "a redirect was not followed and says nothing", 302, "", "Unknown" },
        { "a request that timed out at the other side may have been taken", 408, "", "Unknown" },
        { "500 may have posted", 500, """{"message":"500: Internal Server Error","code":0}""", "Unknown" },
        { "502 may have posted", 502, "<html></html>", "Unknown" },
        { "503 may have posted", 503, "", "Unknown" },
        { "504 may have posted", 504, "", "Unknown" },
        { "an overloaded platform may have posted", 503, """{"message":"API overloaded","code":130000}""", "Unknown" },
        { "a refused token stops the bot", 401, """{"message":"401: Unauthorized","code":0}""", "Rejected Bot Discord__Token" },
        { "an invalid token by code stops the bot", 400, """{"message":"Invalid token","code":50014}""", "Rejected Bot Discord__Token" },
        { "unauthorised by code stops the bot", 403, """{"message":"Unauthorized","code":40001}""", "Rejected Bot Discord__Token" },
        { "missing access names the permission to see", 403, """{"message":"Missing Access","code":50001}""", "Rejected Target View Channel" },
        { "missing permissions names what writing needs", 403, """{"message":"Missing Permissions","code":50013}""", "Rejected Target Send Messages" },
        { "an unknown channel sets the target aside", 404, """{"message":"Unknown Channel","code":10003}""", "Rejected Target 1100" },
        { "an unknown server sets the target aside", 404, """{"message":"Unknown Guild","code":10004}""", "Rejected Target invite" },
        { "a voice-only channel sets the target aside", 400, """{"message":"Cannot send messages in a non-text channel","code":50008}""", "Rejected Target text" },
        { "closed direct messages set the target aside", 403, """{"message":"Cannot send messages to this user","code":50007}""", "Rejected Target direct messages" },
        { "a forum sets the target aside", 400, """{"message":"Cannot send messages in a forum channel","code":40058}""", "Rejected Target thread" },
        { "an archived thread sets the target aside", 400, """{"message":"Thread is archived","code":50083}""", "Rejected Target open it" },
        { "any other 403 of the platform sets the target aside", 403, """{"message":"403: Forbidden","code":0}""", "Rejected Target View Channel" },
        { "the shield in front of the platform takes nothing", 403, """{"message":"internal network error","code":40333}""", "NotSent" },
        { "a deleted earlier message rejects this one", 404, """{"message":"Unknown Message","code":10008}""", "Rejected Message deleted" },
        { "the server's filter rejects the text", 400, """{"message":"Blocked","code":200000}""", "Rejected Message filter" },
        { "a bad form rejects the message", 400, """{"message":"Invalid Form Body","code":50035,"errors":{}}""", "Rejected Message correct" },
        { "a path that nobody knows rejects the message", 404, """{"message":"404: Not Found","code":0}""", "Rejected Message correct" },
        { "a write limit with a time defers", 400, """{"message":"slow","code":20028,"retry_after":12.5}""", "Deferred 12.5" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_reply_has_one_meaning(string sentence, int status, string body, string expected)
    {
        var outcome = CreateOutcomes.Classify(new RestAnswer.Replied(status, RateReport.None, body), "1100");

        var actual = outcome switch
        {
            Outcome.Sent sent => $"Sent {sent.Receipt}",
            Outcome.Rejected rejected => $"Rejected {rejected.Scope} {rejected.Remedy}",
            Outcome.Deferred deferred => $"Deferred {deferred.After.TotalSeconds.ToString(CultureInfo.InvariantCulture)}",
            _ => outcome.GetType().Name,
        };
        var words = expected.Split(' ', 3);
        Assert.True(words.All(word => actual.Contains(word, StringComparison.OrdinalIgnoreCase)), $"{sentence}: {actual}");
    }

    public static TheoryData<string, string?, string?, string?, string, double, string> Limits => new()
    {
        { "the header's larger wait counts", "30", "user", null, """{"message":"x","retry_after":2.5,"global":false}""", 30, "Bucket" },
        { "the body's larger wait counts", "1", "user", null, """{"message":"x","retry_after":1163.2,"global":false,"code":20028}""", 1163.2, "Bucket" },
        { "a global limit reaches everything", "3", null, "true", """{"message":"x","retry_after":3,"global":true}""", 3, "Global" },
        { "a shared limit holds its bucket", "4", "shared", null, """{"message":"x","retry_after":4,"global":false}""", 4, "Bucket" },
        { "a block with code 0 pauses for its time", "120", null, null, """{"message":"x","retry_after":5,"code":0}""", 120, "Blocked" },
        { "a block with a page pauses for ten minutes", null, null, null, "<html>blocked</html>", 600, "Blocked" },
        { "a block with nothing pauses for ten minutes", null, null, null, "", 600, "Blocked" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_429_tells_how_long_and_how_far(string sentence, string? retryAfter, string? scope, string? global, string body, double seconds, string reach)
    {
        using var response = new HttpResponseMessage();
        Add(response, "Retry-After", retryAfter);
        Add(response, "X-RateLimit-Scope", scope);
        Add(response, "X-RateLimit-Global", global);
        var rate = RateReport.Read(response.Headers);

        var told = TooManyRequests.Read(rate, ApiError.Parse(body));
        var outcome = CreateOutcomes.Classify(new RestAnswer.Replied(429, rate, body), "1100");

        Assert.True(told == new TooManyRequests(TimeSpan.FromSeconds(seconds), Enum.Parse<HoldReach>(reach)), $"{sentence}: {told}");
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<Outcome.Deferred>(outcome).After);
    }

    [Fact]
    public void Form_errors_are_told_with_their_places()
    {
        const string Body = """
            {"code":50035,"message":"Invalid Form Body","errors":{
              "embeds":{"0":{"description":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 4096 or fewer in length."}]}}},
              "_errors":[{"code":7,"message":"Odd."}]}}
            """;

        var error = ApiError.Parse(Body)!;

        Assert.Equal(["embeds.0.description: BASE_TYPE_MAX_LENGTH Must be 4096 or fewer in length.", "request: 7 Odd."], error.Details);
    }

    private static void Add(HttpResponseMessage response, string name, string? value)
    {
        if (value is not null)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
