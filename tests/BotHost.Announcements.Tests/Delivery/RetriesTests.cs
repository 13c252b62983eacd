using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.TestKit.Clocks;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Tests.Delivery;

public sealed class RetriesTests
{
    private static readonly DeliveryKey Key = new(DeliveryKind.Step, "talk-1", "announce", "", "forum:100");

    private readonly ManualTimeProvider _machine = new();

    private Instant Now => _machine.GetUtcNow().ToInstant();

    [Theory]
    [InlineData(10)]
    [InlineData(60 * 24)]
    public void After_a_restart_a_platform_is_not_asked_sooner_than_it_said(int minutes)
    {
        var retries = RestartedWith(Deferred(at: Now, by: Duration.FromMinutes(minutes)));

        _machine.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.False(retries.MayTry(Key));
        _machine.Advance(TimeSpan.FromSeconds(1));
        Assert.True(retries.MayTry(Key));
    }

    [Fact]
    public void What_was_deferred_by_a_clock_that_ran_a_year_ahead_waits_no_longer_than_the_platform_said()
    {
        var retries = RestartedWith(Deferred(at: Now + Duration.FromDays(365), by: Duration.FromMinutes(5)));

        Assert.Equal(TimeSpan.FromMinutes(5), retries.Next());
    }

    [Fact]
    public void What_was_deferred_until_a_moment_that_is_past_waits_no_more()
    {
        var retries = RestartedWith(Deferred(at: Now - Duration.FromHours(2), by: Duration.FromHours(1)));

        Assert.True(retries.MayTry(Key));
        Assert.Null(retries.Next());
    }

    private static DeliveryRow Deferred(Instant at, Duration by) => new()
    {
        Id = 1,
        Key = Key,
        State = DeliveryState.Retry,
        DueAt = at,
        ChangedAt = at,
        DeferredUntil = at + by,
    };

    private Retries RestartedWith(DeliveryRow row)
    {
        var retries = new Retries(_machine);
        retries.Restore([row]);
        return retries;
    }
}
