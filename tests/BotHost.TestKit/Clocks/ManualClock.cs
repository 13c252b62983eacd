using NodaTime;

namespace BotHost.TestKit.Clocks;

/// <summary>A campaign clock that stands still until it is told otherwise.</summary>
public sealed class ManualClock(Instant now) : IClock
{
    private Instant _now = now;

    public void Set(Instant instant) => _now = instant;

    public void Advance(Duration by) => _now += by;

    public Instant GetCurrentInstant() => _now;
}
