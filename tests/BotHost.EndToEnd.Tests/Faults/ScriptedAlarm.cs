using BotHost.Announcements.Delivery;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>An alarm clock that loses, doubles or delays its rings as its script says: each instant rings once for every delay in the list.</summary>
internal sealed class ScriptedAlarm(Func<Instant, IReadOnlyList<Duration>> script, IClock clock) : IAlarm
{
    private readonly Lock _gate = new();
    private readonly HashSet<Instant> _known = [];
    private readonly List<Instant> _rings = [];
    private TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the heart sets the alarm the next time, which it does at the end of each pass.</summary>
    public Task NextSetting
    {
        get
        {
            lock (_gate)
            {
                return _set.Task;
            }
        }
    }

    public Task SetAsync(IReadOnlyCollection<Instant> instants, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        lock (_gate)
        {
            _known.IntersectWith(instants);
            foreach (var instant in instants.Where(_known.Add))
            {
                _rings.AddRange(script(instant).Select(delay => Instant.Max(instant, now) + delay));
            }

            _set.TrySetResult();
            _set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return Task.CompletedTask;
    }

    /// <summary>How many rings are due, which are then over.</summary>
    public int TakeRings()
    {
        var now = clock.GetCurrentInstant();
        lock (_gate)
        {
            return _rings.RemoveAll(ring => ring <= now);
        }
    }
}
