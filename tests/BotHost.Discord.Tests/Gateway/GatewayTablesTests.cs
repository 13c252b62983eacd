using BotHost.Discord.Gateway;

namespace BotHost.Discord.Tests.Gateway;

public sealed class GatewayTablesTests
{
    public static TheoryData<string, int?, string> Closes => new()
    {
        { "a broken wire resumes", null, "Resume" },
        { "a session that the server finished begins anew", 1000, "Identify" },
        { "a server that goes away begins anew", 1001, "Identify" },
        { "an unknown error resumes", 4000, "Resume" },
        { "a bad opcode resumes", 4001, "Resume" },
        { "an undecodable payload resumes", 4002, "Resume" },
        { "speaking before identify identifies", 4003, "Identify" },
        { "a bad token stops", 4004, "Stop" },
        { "identifying twice identifies", 4005, "Identify" },
        { "a bad sequence identifies", 4007, "Identify" },
        { "speaking too fast resumes after a pause", 4008, "Resume" },
        { "a session that timed out identifies", 4009, "Identify" },
        { "a bad shard stops", 4010, "Stop" },
        { "needed sharding stops", 4011, "Stop" },
        { "a bad version stops", 4012, "Stop" },
        { "bad intents stop", 4013, "Stop" },
        { "forbidden intents stop", 4014, "Stop" },
        { "a code that nobody knows resumes", 4999, "Resume" },
    };

    [Theory]
    [MemberData(nameof(Closes))]
    public void A_close_code_decides_what_comes_next(string sentence, int? code, string expected)
    {
        var next = AfterEnd.Decide(new ConnectionEnd.Closed(code), () => 0.5);

        Assert.True(next.GetType().Name == expected, $"{sentence}: {next}");
        Assert.True(code != 4008 || next is NextStep.Resume { AtLeast.TotalSeconds: >= 1 });
    }

    [Fact]
    public void An_invalid_session_waits_one_to_five_seconds()
    {
        Assert.Equal(new NextStep.Identify(TimeSpan.FromSeconds(1)), AfterEnd.Decide(new ConnectionEnd.InvalidSession(false), () => 0));
        Assert.Equal(new NextStep.Identify(TimeSpan.FromSeconds(3)), AfterEnd.Decide(new ConnectionEnd.InvalidSession(false), () => 0.5));
        Assert.Equal(new NextStep.Resume(TimeSpan.Zero), AfterEnd.Decide(new ConnectionEnd.InvalidSession(true), () => 0.5));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1000, 60)]
    public void Waits_double_up_to_a_minute(int failures, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(failures, () => 0));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 1.25), Backoff.After(failures, () => 0.5));
    }

    [Theory]
    [InlineData(0, 1, 5)]
    [InlineData(4, 1, 5)]
    [InlineData(5, 1, 10)]
    [InlineData(8, 1, 80)]
    [InlineData(9, 1, 120)]
    [InlineData(500, 1, 120)]
    [InlineData(0, 5, 1)]
    public void Identifies_that_follow_closely_are_spaced_ever_wider(int streak, int maxConcurrency, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), IdentifyGate.Spacing(streak, maxConcurrency));
    }

    [Theory]
    [InlineData("wss://gateway.discord.gg", "https://discord.com/api/v10", "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("ws://127.0.0.1:81/x/?v=9", "http://127.0.0.1:80/api", "ws://127.0.0.1:81/x/?v=10&encoding=json")]
    [InlineData("ws://gateway.discord.gg", "https://discord.com/api/v10", null)]
    [InlineData("https://gateway.discord.gg", "https://discord.com/api/v10", null)]
    [InlineData("nonsense", "https://discord.com/api/v10", null)]
    [InlineData(null, "https://discord.com/api/v10", null)]
    public void The_token_never_travels_unencrypted_where_REST_is_encrypted(string? url, string api, string? expected)
    {
        Assert.Equal(expected, GatewayAddress.TryBuild(url, api)?.ToString());
    }
}
