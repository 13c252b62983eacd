using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Tests.Commands;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Tests.Delivery;

public sealed class ClockGuardTests
{
    private readonly ManualTimeProvider _machine = new();
    private readonly FakePlatform _discord = new(CatalogueBuilder.Discord);
    private readonly FakePlatform _telegram = new(CatalogueBuilder.Telegram);
    private readonly ServerTimes _times;
    private readonly ClockGuard _guard;

    public ClockGuardTests()
    {
        _times = new ServerTimes(_machine);
        _guard = new ClockGuard(_times, new PlatformDirectory([_discord, _telegram]), _machine, NullLogger<ClockGuard>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Instant Now => _machine.GetUtcNow().ToInstant();

    [Fact]
    public async Task A_start_sends_nothing_before_a_platform_has_confirmed_the_time()
    {
        Assert.Equal("clock: no platform has confirmed yet what time it is", await _guard.WhyHeldAsync(Cancel));

        _telegram.Time = () => Now;

        Assert.Null(await _guard.WhyHeldAsync(Cancel));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(60, null)]
    [InlineData(-60, null)]
    [InlineData(61, "clock: this machine's clock is 61 seconds ahead of telegram's; set it right")]
    [InlineData(-3600, "clock: this machine's clock is 60 minutes behind telegram's; set it right")]
    [InlineData(86400, "clock: this machine's clock is 24 hours ahead of telegram's; set it right")]
    [InlineData(-864000, "clock: this machine's clock is 10 days behind telegram's; set it right")]
    public async Task Clocks_that_are_more_than_a_minute_apart_hold(int ahead, string? held)
    {
        _telegram.Time = () => Now - Duration.FromSeconds(ahead);

        Assert.Equal(held, await _guard.WhyHeldAsync(Cancel));
    }

    [Fact]
    public async Task One_platform_that_disagrees_is_enough_to_hold()
    {
        _discord.Time = () => Now;
        _telegram.Time = () => Now - Duration.FromHours(1);

        Assert.Equal("clock: this machine's clock is 60 minutes ahead of telegram's; set it right", await _guard.WhyHeldAsync(Cancel));
    }

    [Fact]
    public async Task A_clock_that_is_set_right_goes_on_at_the_next_look()
    {
        var truth = Now;
        _telegram.Time = () => truth;
        _machine.SetWallClock(TimeSpan.FromHours(-1));
        await _guard.WhyHeldAsync(Cancel);

        _machine.SetWallClock(TimeSpan.FromHours(1));

        Assert.Null(await _guard.WhyHeldAsync(Cancel));
    }

    [Theory]
    [InlineData(24 * 3600, "clock: this machine's clock jumped by 24 hours, and no platform has confirmed it since")]
    [InlineData(-3600, "clock: this machine's clock jumped by -60 minutes, and no platform has confirmed it since")]
    [InlineData(61, "clock: this machine's clock jumped by 61 seconds, and no platform has confirmed it since")]
    [InlineData(59, null)]
    [InlineData(-59, null)]
    public async Task A_jump_holds_until_a_platform_confirms_it(int seconds, string? held)
    {
        _telegram.Time = () => Now;
        await _guard.WhyHeldAsync(Cancel);
        _telegram.Time = () => null;

        _machine.SetWallClock(TimeSpan.FromSeconds(seconds));
        var afterTheJump = await _guard.WhyHeldAsync(Cancel);
        _telegram.Time = () => Now;

        Assert.Equal(held, afterTheJump);
        Assert.Null(await _guard.WhyHeldAsync(Cancel));
    }

    [Fact]
    public async Task What_was_said_before_a_jump_confirms_nothing_after_it()
    {
        _telegram.Time = () => Now;
        await _guard.WhyHeldAsync(Cancel);
        _telegram.Time = () => null;
        _times.Note(_telegram.Id, Now);

        _machine.Advance(TimeSpan.FromSeconds(1));
        _machine.SetWallClock(TimeSpan.FromDays(1));

        Assert.NotNull(await _guard.WhyHeldAsync(Cancel));
    }

    [Fact]
    public async Task Every_reply_tells_the_time_so_that_nobody_is_asked_as_long_as_there_are_replies()
    {
        _telegram.Time = () => Now;
        await _guard.WhyHeldAsync(Cancel);
        var asked = _telegram.TimesAsked;
        for (var minutes = 0; minutes < 60; minutes += 5)
        {
            _machine.Advance(TimeSpan.FromMinutes(5));
            _times.Note(_telegram.Id, Now);
            Assert.Null(await _guard.WhyHeldAsync(Cancel));
        }

        Assert.Equal(asked, _telegram.TimesAsked);
    }

    [Fact]
    public async Task A_clock_that_drifts_away_is_found_without_a_jump()
    {
        var truth = Now;
        _telegram.Time = () => truth;
        await _guard.WhyHeldAsync(Cancel);
        for (var minute = 0; minute < 30; minute++)
        {
            // Five seconds too many in each minute.
            _machine.Advance(TimeSpan.FromMinutes(1));
            _machine.SetWallClock(TimeSpan.FromSeconds(5));
            truth += Duration.FromMinutes(1);
            await _guard.WhyHeldAsync(Cancel);
        }

        Assert.StartsWith("clock: this machine's clock is ", await _guard.WhyHeldAsync(Cancel));
    }

    [Fact]
    public async Task Platforms_that_do_not_answer_take_no_trust_away()
    {
        _telegram.Time = () => Now;
        await _guard.WhyHeldAsync(Cancel);
        _telegram.Time = () => null;

        _machine.Advance(TimeSpan.FromHours(3));

        Assert.Null(await _guard.WhyHeldAsync(Cancel));
    }
}
