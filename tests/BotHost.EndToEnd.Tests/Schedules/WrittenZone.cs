using NodaTime;
using NodaTime.TimeZones;

namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>A zone as a database of its time had it: one offset, or one until an instant and another one from then on.</summary>
internal sealed class WrittenZone : DateTimeZone
{
    private readonly ZoneInterval[] _intervals;

    public WrittenZone(string id, Offset always)
        : base(id, isFixed: true, always, always) => _intervals = [new ZoneInterval(id, null, null, always, Offset.Zero)];

    public WrittenZone(string id, Offset before, Instant change, Offset after)
        : base(id, isFixed: false, Offset.Min(before, after), Offset.Max(before, after)) => _intervals =
        [
            new ZoneInterval(id, null, change, before, Offset.Zero),
            new ZoneInterval(id, change, null, after, Offset.Zero),
        ];

    public override ZoneInterval GetZoneInterval(Instant instant) => _intervals.Single(interval => interval.Contains(instant));
}
