using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>Lets requests pass no faster than the platform's replies allow. Time is the machine clock's, never the wall clock's.</summary>
/// <remarks>
/// A route learns its bucket from replies, and the newest one counts, because the platform moves routes between buckets.
/// State lies under the bucket and the major id together.
/// </remarks>
internal sealed class RateGate(TimeProvider time)
{
    public const int GlobalPerSecond = 50;

    /// <summary>A longer wait is given back to the caller instead of holding it.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(30);

    /// <summary>Added to each reset, because the platform's clock and the way there are not exact.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly long _origin = time.GetTimestamp();
    private readonly Dictionary<string, string> _bucketOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Bucket, string Major), Allowance> _allowances = [];
    private TimeSpan _pausedUntil;
    private TimeSpan _windowStart = -Second;
    private int _inWindow;

    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>Waits for a slot and takes it.</summary>
    public async ValueTask<Turn> WaitAsync(string routeKey, string major, CancellationToken cancellationToken)
    {
        var begun = Now;
        while (true)
        {
            var wait = Take(routeKey, major);
            if (wait == TimeSpan.Zero)
            {
                return new Turn.Granted();
            }

            if (Now - begun + wait > LongestHold)
            {
                return new Turn.ComeBack(wait);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Learns from a reply.</summary>
    public void Learn(string routeKey, string major, RateReport rate)
    {
        lock (_gate)
        {
            if (rate.Bucket is { } bucket)
            {
                _bucketOfRoute[routeKey] = bucket;
            }

            if (rate.Remaining is { } remaining && rate.ResetAfter is { } resetAfter)
            {
                _allowances[(BucketOf(routeKey), major)] = new Allowance(remaining, Now + resetAfter + Margin);
            }
        }
    }

    /// <summary>Holds what a reply with status 429 asks to hold.</summary>
    public void Hold(string routeKey, string major, TooManyRequests told)
    {
        lock (_gate)
        {
            var until = Now + told.Wait + Margin;
            if (told.Reach == HoldReach.Bucket)
            {
                _allowances[(BucketOf(routeKey), major)] = new Allowance(0, until);
            }
            else if (until > _pausedUntil)
            {
                _pausedUntil = until;
            }
        }
    }

    private TimeSpan Take(string routeKey, string major)
    {
        lock (_gate)
        {
            var now = Now;
            if (_pausedUntil > now)
            {
                return _pausedUntil - now;
            }

            var key = (BucketOf(routeKey), major);
            if (_allowances.TryGetValue(key, out var allowance))
            {
                if (allowance.Until <= now)
                {
                    _allowances.Remove(key);
                }
                else if (allowance.Remaining <= 0)
                {
                    return allowance.Until - now;
                }
            }

            if (now - _windowStart >= Second)
            {
                _windowStart = now;
                _inWindow = 0;
            }

            if (_inWindow >= GlobalPerSecond)
            {
                return _windowStart + Second - now;
            }

            _inWindow++;
            if (_allowances.TryGetValue(key, out allowance))
            {
                _allowances[key] = allowance with { Remaining = allowance.Remaining - 1 };
            }

            return TimeSpan.Zero;
        }
    }

    private string BucketOf(string routeKey) => _bucketOfRoute.GetValueOrDefault(routeKey, routeKey);

    private readonly record struct Allowance(int Remaining, TimeSpan Until);
}
