using BotHost.Announcements.Platforms;
using BotHost.EndToEnd.Tests.Delivery;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>What a platform took and when, by its words before the date, and what becomes of a message while the platform is down.</summary>
internal sealed class Arrivals
{
    private readonly Lock _gate = new();
    private readonly List<(Instant At, string Words)> _all = [];

    public Arrivals(RecordingPlatform platform, Func<Instant> now, Func<SendOrder, Instant, Outcome?>? trouble = null) => platform.Answer = order =>
    {
        var at = now();
        if (trouble?.Invoke(order, at) is { } outcome)
        {
            return outcome;
        }

        lock (_gate)
        {
            _all.Add((at, order.Payload[..order.Payload.IndexOf(" · ", StringComparison.Ordinal)]));
        }

        return new Outcome.Sent(platform.Take(order));
    };

    public IReadOnlyList<(Instant At, string Words)> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }
}
