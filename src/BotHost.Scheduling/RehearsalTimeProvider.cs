namespace BotHost.Scheduling;

/// <summary>The rehearsal's clock as Quartz wants it: the campaign's date, and timers that wait in campaign time.</summary>
/// <remarks>Quartz looks for its own start once per second of its time, so it begins when the clock first moves; nothing is due before.</remarks>
internal sealed class RehearsalTimeProvider(RehearsalClock clock) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.Now.ToDateTimeOffset();

    public override long GetTimestamp() => clock.Now.ToUnixTimeTicks();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new RehearsalTimer(clock, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
