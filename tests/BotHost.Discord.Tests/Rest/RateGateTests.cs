using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;
using BotHost.TestKit.Clocks;

namespace BotHost.Discord.Tests.Rest;

public sealed class RateGateTests
{
    private const string Route = "POST /channels/{channel}/messages";

    private readonly ManualTimeProvider _time = new();
    private readonly RateGate _gate;

    public RateGateTests() => _gate = new RateGate(_time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_bucket_is_held_for_its_reset_and_a_margin()
    {
        _gate.Learn(Route, "1", Rate("a", remaining: 0, seconds: 2));

        var waiting = _gate.WaitAsync(Route, "1", Cancel).AsTask();
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(50));

        Assert.IsType<Turn.Granted>(await waiting.WaitAsync(TimeSpan.FromSeconds(10), Cancel));
    }

    [Fact]
    public async Task Slots_are_counted_down_between_replies()
    {
        _gate.Learn(Route, "1", Rate("a", remaining: 2, seconds: 60));

        Assert.IsType<Turn.Granted>(await _gate.WaitAsync(Route, "1", Cancel));
        Assert.IsType<Turn.Granted>(await _gate.WaitAsync(Route, "1", Cancel));
        Assert.IsType<Turn.ComeBack>(await _gate.WaitAsync(Route, "1", Cancel));
    }

    [Fact]
    public async Task Routes_that_share_a_bucket_share_its_state_per_target()
    {
        _gate.Learn("GET /x", "1", Rate("shared", remaining: 5, seconds: 60));
        _gate.Learn(Route, "1", Rate("shared", remaining: 0, seconds: 60));

        Assert.IsType<Turn.ComeBack>(await _gate.WaitAsync("GET /x", "1", Cancel));
        Assert.IsType<Turn.Granted>(await _gate.WaitAsync("GET /x", "2", Cancel));
    }

    [Fact]
    public async Task A_route_follows_the_newest_bucket()
    {
        _gate.Learn(Route, "1", Rate("old", remaining: 0, seconds: 60));
        _gate.Learn(Route, "1", Rate("new", remaining: 3, seconds: 60));

        Assert.IsType<Turn.Granted>(await _gate.WaitAsync(Route, "1", Cancel));
    }

    [Fact]
    public async Task A_long_wait_is_given_back()
    {
        _gate.Learn(Route, "1", Rate("a", remaining: 0, seconds: 40));

        Assert.Equal(new Turn.ComeBack(TimeSpan.FromSeconds(40.05)), await _gate.WaitAsync(Route, "1", Cancel));
    }

    [Fact]
    public async Task No_more_than_fifty_leave_in_a_second()
    {
        for (var number = 0; number < RateGate.GlobalPerSecond; number++)
        {
            Assert.IsType<Turn.Granted>(await _gate.WaitAsync(Route, $"{number}", Cancel));
        }

        var next = _gate.WaitAsync(Route, "x", Cancel).AsTask();
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<Turn.Granted>(await next.WaitAsync(TimeSpan.FromSeconds(10), Cancel));
    }

    [Fact]
    public async Task A_global_hold_stops_every_route()
    {
        _gate.Hold(Route, "1", new TooManyRequests(TimeSpan.FromSeconds(50), HoldReach.Global));

        Assert.IsType<Turn.ComeBack>(await _gate.WaitAsync("GET /other", "9", Cancel));
    }

    [Fact]
    public async Task Replies_without_limits_hold_nothing()
    {
        _gate.Learn(Route, "1", RateReport.None);

        Assert.IsType<Turn.Granted>(await _gate.WaitAsync(Route, "1", Cancel));
    }

    private static RateReport Rate(string bucket, int remaining, double seconds) =>
        new() { Bucket = bucket, Limit = 5, Remaining = remaining, ResetAfter = TimeSpan.FromSeconds(seconds) };
}
