using System.Threading.Channels;
using BotHost.Announcements.Delivery;

namespace BotHost.Scheduling.Tests;

/// <summary>A bell that writes down each ring, and lets a test wait for the next one of a kind.</summary>
internal sealed class RecordingWakeUp : IWakeUp
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly Channel<string> _rings = Channel.CreateUnbounded<string>();

    public List<string> Heard { get; } = [];

    public void Wake(string reason) => _rings.Writer.TryWrite(reason);

    public async Task<string> NextAsync(string beginning, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        while (true)
        {
            var reason = await _rings.Reader.ReadAsync(deadline.Token);
            Heard.Add(reason);
            if (reason.StartsWith(beginning, StringComparison.Ordinal))
            {
                return reason;
            }
        }
    }

    public IReadOnlyList<string> Drain()
    {
        while (_rings.Reader.TryRead(out var reason))
        {
            Heard.Add(reason);
        }

        return Heard;
    }
}
