using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;
using BotHost.Discord.Tests.Rig;
using Microsoft.AspNetCore.Http;

namespace BotHost.Discord.Tests.Rest;

/// <summary>A proxy, a portal or a shield between the bot and the platform must not fail a post for good.</summary>
public sealed class ForeignAnswerTests
{
    private const string Messages = "/api/v10/channels/1100/messages";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string, string>();
            string[] bodies =
            [
                "", "<html>log in</html>", "Forbidden", "[]", "{}", """{"error":"forbidden"}""", """{"message":"Forbidden"}""",
                """{"code":403,"message":"Forbidden"}""", """{"code":10003}""",
            ];
            foreach (var body in bodies)
            {
                foreach (var status in new[] { 400, 401, 403, 404, 405, 407, 418, 451 })
                {
                    rows.Add(status, body, "NotSent");
                }

                foreach (var status in new[] { 302, 408, 500, 502, 503, 504, 599 })
                {
                    rows.Add(status, body, "Unknown");
                }

                rows.Add(429, body, "Deferred");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_the_platform_did_not_say_is_not_held_against_the_post(int status, string body, string expected)
    {
        var answer = new RestAnswer.Replied(status, RateReport.None, body);
        var pin = PinMessage.TryBuild(HttpMethod.Put, Samples.Address, "42", out _)!;

        Outcome[] outcomes =
        [
            CreateOutcomes.Classify(answer, "1100"), EditOutcomes.Classify(answer, "1100"),
            PinOutcomes.Classify(answer, pin, "42"), PublishOutcomes.Classify(answer, "1100", "42"),
        ];

        Assert.All(outcomes, outcome => Assert.Equal(expected, outcome.GetType().Name));
        Assert.All(outcomes.OfType<Outcome.NotSent>(), outcome => Assert.Equal($"a proxy between the bot and Discord answered {status}", outcome.Reason));
    }

    [Theory]
    [InlineData(400, """{"message":"Invalid Form Body","code":50035}""")]
    [InlineData(403, """{"message":"Missing Access","code":50001}""")]
    [InlineData(404, """{"message":"404: Not Found","code":0}""")]
    public void What_the_platform_did_say_is_final(int status, string body)
    {
        var answer = new RestAnswer.Replied(status, RateReport.None, body);

        Assert.IsType<Outcome.Rejected>(CreateOutcomes.Classify(answer, "1100"));
        Assert.IsType<Outcome.Rejected>(EditOutcomes.Classify(answer, "1100"));
        Assert.IsType<Outcome.Rejected>(PublishOutcomes.Classify(answer, "1100", "42"));
    }

    [Fact]
    public void The_headers_of_its_limits_show_the_platform_whatever_the_body()
    {
        var answer = new RestAnswer.Replied(403, new RateReport { Bucket = "abc" }, "");

        Assert.Equal(RejectionScope.Target, Assert.IsType<Outcome.Rejected>(CreateOutcomes.Classify(answer, "1100")).Scope);
    }

    [Fact]
    public async Task A_login_page_does_not_stop_the_bot_and_the_post_goes_out_afterwards()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("POST", Messages, (context, _) =>
        {
            context.Response.StatusCode = 401;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html>Please log in to the network</html>", Cancel);
        });

        var behind = await discord.Platform.SendAsync(Samples.Order(), Cancel);
        discord.Server.On("POST", Messages, 200, """{"id":"42"}""");
        var free = await discord.Platform.SendAsync(Samples.Order(), Cancel);

        Assert.Equal(new Outcome.NotSent("a proxy between the bot and Discord answered 401"), behind);
        Assert.IsType<PlatformState.Usable>(discord.Platform.State);
        Assert.Equal(new Outcome.Sent("42"), free);
    }

    [Fact]
    public async Task A_login_page_at_the_gateways_directory_does_not_stop_the_bot()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("GET", "/api/v10/gateway/bot", 401, "<html>Please log in to the network</html>");

        await discord.Host.StartAsync(Cancel);
        await discord.UntilAsync(() => discord.RequestsTo("GET", "/api/v10/gateway/bot").Count > 0, "The directory was not asked.");
        discord.GatewayBot();

        await discord.NextConnectionAsync();
        Assert.IsType<PlatformState.Usable>(discord.Platform.State);
    }
}
