using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Platforms;

/// <summary>
/// What the platforms' servers say the time is. A platform room notes the <c>Date</c> of every reply here, as soon as the head of the reply is there.
/// </summary>
public sealed class ServerTimes(TimeProvider machine)
{
    private readonly ConcurrentDictionary<PlatformId, ServerTime> _latest = new();

    /// <summary>The latest word of each platform.</summary>
    public IReadOnlyCollection<ServerTime> Latest => [.. _latest.Values];

    /// <param name="platform">Who says so.</param>
    /// <param name="serverTime">The reply's <c>Date</c>, which counts whole seconds.</param>
    public void Note(PlatformId platform, Instant serverTime) =>
        _latest[platform] = new ServerTime(platform, serverTime, machine.GetUtcNow().ToInstant(), machine.GetTimestamp());

    /// <summary>
    /// What time it is by a platform's clock, or by another platform's where that one said nothing; by this machine's where the two are no further apart than this.
    /// </summary>
    /// <param name="platform">Whose clock counts first.</param>
    /// <param name="tolerance">What is nearer than this is the way there, and no wrong clock.</param>
    public Instant NowBy(PlatformId platform, Duration tolerance)
    {
        var now = machine.GetUtcNow().ToInstant();
        var word = _latest.TryGetValue(platform, out var own) ? own : _latest.Values.FirstOrDefault();
        return word is not null && (word.Ahead > tolerance || word.Ahead < -tolerance) ? now - word.Ahead : now;
    }

    /// <summary>Forgets what was said so far: after the wall clock was set, it confirms nothing any more.</summary>
    public void Forget() => _latest.Clear();
}
