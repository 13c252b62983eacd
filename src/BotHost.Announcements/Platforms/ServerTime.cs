using NodaTime;

namespace BotHost.Announcements.Platforms;

/// <summary>One platform's word on what time it is.</summary>
/// <param name="Platform">Who says so.</param>
/// <param name="Said">What it said.</param>
/// <param name="Wall">What this machine's wall clock said in that moment.</param>
/// <param name="Timestamp">The monotonic clock's stamp of that moment.</param>
public sealed record ServerTime(PlatformId Platform, Instant Said, Instant Wall, long Timestamp)
{
    /// <summary>How far this machine's clock is ahead.</summary>
    public Duration Ahead => Wall - Said;
}
