using BotHost.TestKit.Clocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;

namespace BotHost.Scheduling.Tests;

/// <summary>The real clock's alarm: Quartz on a machine clock that the test moves, and a campaign clock that shows the same time.</summary>
public sealed class QuartzAlarmTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 1, 0, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_due_instant_wakes_the_heart_at_its_time_and_not_before()
    {
        await using var host = await RealAsync();
        await host.Alarm.SetAsync([Start + Duration.FromHours(9)], Token);

        Assert.Equal("due 2027-01-01T09:00:00Z", await host.PassTimeUntilAsync("due", Token));

        Assert.True(host.Machine.GetUtcNow() >= new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_hourly_replan_comes_without_any_due_instant()
    {
        await using var host = await RealAsync();

        await host.PassTimeUntilAsync("hourly", Token);
        Assert.True(host.Machine.GetUtcNow() >= new DateTimeOffset(2027, 1, 1, 1, 0, 0, TimeSpan.Zero));
        await host.PassTimeUntilAsync("hourly", Token);
        Assert.True(host.Machine.GetUtcNow() >= new DateTimeOffset(2027, 1, 1, 2, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Setting_the_same_instants_twice_keeps_one_trigger_for_each()
    {
        await using var host = await RealAsync();
        Instant[] instants = [Start + Duration.FromHours(5), Start + Duration.FromHours(3), Start + Duration.FromHours(5)];

        await host.Alarm.SetAsync(instants, Token);
        await host.Alarm.SetAsync(instants, Token);

        Assert.Equal(["2027-01-01T03:00:00Z", "2027-01-01T05:00:00Z"], await DueAsync(host));
    }

    [Fact]
    public async Task A_new_set_removes_what_vanished_and_adds_what_is_new()
    {
        await using var host = await RealAsync();
        await host.Alarm.SetAsync([Start + Duration.FromHours(1), Start + Duration.FromHours(2)], Token);

        await host.Alarm.SetAsync([Start + Duration.FromHours(2), Start + Duration.FromHours(4)], Token);

        Assert.Equal(["2027-01-01T02:00:00Z", "2027-01-01T04:00:00Z"], await DueAsync(host));
    }

    [Fact]
    public async Task An_empty_set_leaves_only_the_replan()
    {
        await using var host = await RealAsync();
        await host.Alarm.SetAsync([Start + Duration.FromHours(1)], Token);

        await host.Alarm.SetAsync([], Token);

        Assert.Empty(await DueAsync(host));
        var scheduler = await host.SchedulerAsync(Token);
        Assert.True(await scheduler.Exists(AlarmTriggers.HourlyKey, Token));
    }

    [Fact]
    public async Task An_instant_in_the_past_rings_at_once_and_only_once_while_it_stays()
    {
        await using var host = await RealAsync();
        var past = Start - Duration.FromDays(2);

        await host.Alarm.SetAsync([past, Start + Duration.FromHours(1)], Token);
        await host.Alarm.SetAsync([past, Start + Duration.FromHours(1)], Token);

        Assert.Equal(["due 2026-12-30T00:00:00Z"], host.Bell.Drain());
        Assert.Equal(["2027-01-01T01:00:00Z"], await DueAsync(host));
    }

    [Fact]
    public async Task An_instant_in_the_past_that_left_and_came_back_rings_again()
    {
        await using var host = await RealAsync();
        var past = Start - Duration.FromDays(2);

        await host.Alarm.SetAsync([past], Token);
        await host.Alarm.SetAsync([], Token);
        await host.Alarm.SetAsync([past], Token);

        Assert.Equal(["due 2026-12-30T00:00:00Z", "due 2026-12-30T00:00:00Z"], host.Bell.Drain());
    }

    [Fact]
    public async Task An_instant_that_Quartz_rang_does_not_ring_again_while_its_work_is_unfinished()
    {
        await using var host = await RealAsync();
        var due = Start + Duration.FromMinutes(30);
        await host.Alarm.SetAsync([due], Token);
        ((ManualClock)host.Clock).Set(due);
        await host.PassTimeUntilAsync("due", Token);

        await host.Alarm.SetAsync([due], Token);

        Assert.Equal(["due 2027-01-01T00:30:00Z"], host.Bell.Drain().Where(reason => reason != "hourly"));
    }

    [Fact]
    public async Task Lost_triggers_come_back_with_the_next_setting()
    {
        await using var host = await RealAsync();
        var due = Start + Duration.FromMinutes(30);
        await host.Alarm.SetAsync([due], Token);
        var scheduler = await host.SchedulerAsync(Token);
        await scheduler.Clear(Token);

        await host.Alarm.SetAsync([due], Token);

        Assert.True(await scheduler.Exists(AlarmTriggers.HourlyKey, Token));
        Assert.Equal("due 2027-01-01T00:30:00Z", await host.PassTimeUntilAsync("due", Token));
    }

    [Fact]
    public async Task A_misfire_of_many_hours_rings_once_for_the_instant_and_once_for_the_replan()
    {
        await using var host = await RealAsync();
        var scheduler = await host.SchedulerAsync(Token);
        await scheduler.Standby(Token);
        await host.Alarm.SetAsync([Start + Duration.FromHours(2)], Token);

        host.Machine.Advance(TimeSpan.FromHours(30));
        await scheduler.Start(Token);
        await host.PassTimeUntilAsync("due", Token);
        var restarted = host.Machine.GetUtcNow();
        await host.PassTimeUntilAsync("hourly", Token);

        var heard = host.Bell.Drain();
        Assert.Single(heard, reason => reason.StartsWith("due", StringComparison.Ordinal));
        Assert.InRange(heard.Count(reason => reason == "hourly"), 1, 2 + (int)(host.Machine.GetUtcNow() - restarted).TotalHours);
    }

    [Fact]
    public async Task Setting_the_alarm_of_a_stopped_host_does_nothing()
    {
        await using var host = await RealAsync();
        await host.StopAsync(Token);

        await host.Alarm.SetAsync([Start + Duration.FromHours(1)], Token);

        Assert.Empty(host.Bell.Drain());
    }

    [Fact]
    public async Task Quartz_is_quiet_and_nothing_warns()
    {
        var host = await RealAsync();
        await host.Alarm.SetAsync([Start + Duration.FromMinutes(30)], Token);
        await host.PassTimeUntilAsync("due", Token);
        await host.DisposeAsync();

        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Warning);
        Assert.DoesNotContain(host.Log.Lines, line => line.Category.StartsWith("Quartz", StringComparison.Ordinal));
    }

    private static Task<AlarmHost> RealAsync() => AlarmHost.StartAsync(
        builder =>
        {
            builder.Services.AddSingleton<IClock>(new ManualClock(Start));
            builder.AddScheduling();
        },
        Token);

    private static async Task<string[]> DueAsync(AlarmHost host)
    {
        var scheduler = await host.SchedulerAsync(Token);
        var keys = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(AlarmTriggers.DueGroup), Token);
        return [.. keys.Select(key => key.Name).Order(StringComparer.Ordinal)];
    }
}
