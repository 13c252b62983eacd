using BotHost.TestKit.Clocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;

namespace BotHost.Scheduling.Tests;

/// <summary>A rehearsal behind the room's door, with real Quartz on the scaled time.</summary>
public sealed class RehearsalAlarmTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 1, 0, 0);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(2500);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_days_of_campaign_wake_at_every_due_instant_in_order()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);
        var days = Enumerable.Range(1, 60).Select(day => Start + Duration.FromDays(day) + Duration.FromHours(9)).ToList();
        await host.Alarm.SetAsync(days, Token);

        for (var day = 0; day < 60; day++)
        {
            host.Machine.Advance(Pace);

            var expected = new DateTime(2027, 1, 2, 9, 0, 0).AddDays(day);
            await host.Bell.NextAsync($"due {expected:yyyy-MM-dd}T09:00:00Z", Token);
            Assert.Equal(Instant.FromUtc(expected.Year, expected.Month, expected.Day, 9, 0), host.Clock.GetCurrentInstant());
            await host.Alarm.SetAsync(days[(day + 1)..], Token);
        }

        Assert.True(host.Rehearsal.Finished);
        Assert.Equal(TimeSpan.FromSeconds(150), host.Machine.GetUtcNow() - new ManualTimeProvider().GetUtcNow());
        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task The_clock_waits_until_the_work_of_an_instant_has_left_the_set()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);
        var due = Start + Duration.FromDays(3);
        var next = Start + Duration.FromDays(10);
        await host.Alarm.SetAsync([next, due], Token);
        host.Machine.Advance(Pace);
        await host.Bell.NextAsync("due 2027-01-04", Token);

        await host.Alarm.SetAsync([next, due], Token);
        host.Machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(due, host.Clock.GetCurrentInstant());
        Assert.Equal(due, host.Rehearsal.NextStop);

        await host.Alarm.SetAsync([next], Token);
        host.Machine.Advance(Pace);
        Assert.Equal(next, host.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task While_the_clock_stands_the_heart_is_reminded()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);
        await host.Alarm.SetAsync([Start + Duration.FromDays(3)], Token);

        host.Machine.Advance(TimeSpan.FromSeconds(4));
        Assert.DoesNotContain("still waiting", host.Bell.Drain());
        host.Machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("still waiting", host.Bell.Drain());
    }

    [Fact]
    public async Task Quartz_itself_fires_at_the_barrier()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);
        var due = Start + Duration.FromMinutes(50);

        // Quartz looks for its own start once per second of its time, so it begins when the campaign does.
        var scheduler = await host.SchedulerAsync(Token);
        await UntilAsync(() => scheduler.Status == SchedulerStatus.Running && host.Rehearsal.NextTimer is not null);
        host.Rehearsal.SetBarrier(Start + Duration.FromMinutes(1));
        host.Machine.Advance(Pace);

        // Only the Quartz alarm is asked for, so nobody else rings on arrival.
        await host.Services.GetRequiredService<QuartzAlarm>().SetAsync([due], Token);
        await UntilAsync(() => host.Rehearsal.NextTimer == due);
        host.Rehearsal.SetBarrier(due);
        host.Machine.Advance(Pace);

        Assert.Equal("due 2027-01-01T00:50:00Z", await host.Bell.NextAsync("due", Token));
    }

    [Fact]
    public async Task At_a_day_per_second_the_replan_comes_at_most_once_per_machine_second()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start, Speed = 86_400 }, Token);
        await host.Alarm.SetAsync([Start + Duration.FromDays(3)], Token);

        for (var step = 0; step < 300; step++)
        {
            host.Machine.Advance(TimeSpan.FromMilliseconds(10));
        }

        await host.Bell.NextAsync("due 2027-01-04T00:00:00Z", Token);
        Assert.InRange(host.Bell.Drain().Count(reason => reason == "hourly"), 0, 3);
    }

    [Fact]
    public async Task An_earlier_instant_that_is_found_on_the_way_stops_the_clock_there()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);
        await host.Alarm.SetAsync([Start + Duration.FromDays(10)], Token);
        host.Machine.Advance(TimeSpan.FromSeconds(1));

        await host.Alarm.SetAsync([Start + Duration.FromDays(10), Start + Duration.FromDays(5)], Token);
        host.Machine.Advance(TimeSpan.FromMinutes(1));

        await host.Bell.NextAsync("due 2027-01-06", Token);
        Assert.Equal(Start + Duration.FromDays(5), host.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task An_instant_in_the_past_rings_at_once_and_holds_the_clock()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);

        await host.Alarm.SetAsync([Start - Duration.FromDays(1), Start + Duration.FromDays(5)], Token);
        Assert.Equal(["due 2026-12-31T00:00:00Z"], host.Bell.Drain());

        host.Machine.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(Start, host.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task An_empty_set_finishes_the_rehearsal_and_time_goes_on()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);

        await host.Alarm.SetAsync([], Token);
        host.Machine.Advance(TimeSpan.FromSeconds(90));

        Assert.True(host.Rehearsal.Finished);
        Assert.Equal(Start + Duration.FromSeconds(90), host.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task Lost_triggers_do_not_stop_the_rehearsal()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);
        await host.Alarm.SetAsync([Start + Duration.FromDays(5)], Token);
        await (await host.SchedulerAsync(Token)).Clear(Token);

        host.Machine.Advance(Pace);

        Assert.Equal("due 2027-01-06T00:00:00Z", await host.Bell.NextAsync("due", Token));
    }

    [Fact]
    public async Task A_host_stops_while_the_clock_stands()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);
        await host.Alarm.SetAsync([Start], Token);

        await host.StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(5), Token);
    }

    [Fact]
    public async Task The_machines_clock_stays_unscaled_for_everybody_but_Quartz()
    {
        await using var host = await AlarmHost.RehearseAsync(new RehearsalOptions { Start = Start }, Token);

        Assert.Same(host.Machine, host.Services.GetRequiredService<TimeProvider>());
        Assert.Same(host.Rehearsal, host.Clock);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        while (!condition())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
