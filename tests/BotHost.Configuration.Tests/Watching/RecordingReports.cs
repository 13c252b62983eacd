using BotHost.Announcements.Delivery;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Tests.Watching;

/// <summary>The heart's side of the port, with its promise that nothing is told twice left out: what is asked is what is seen.</summary>
internal sealed class RecordingReports : IConfigReports
{
    private readonly Lock _gate = new();
    private readonly List<(string Occasion, IReadOnlyList<Finding> Errors)> _rejected = [];

    public bool Takes { get; set; } = true;

    public int MendedAsked { get; private set; }

    public IReadOnlyList<(string Occasion, IReadOnlyList<Finding> Errors)> Rejected
    {
        get
        {
            lock (_gate)
            {
                return [.. _rejected];
            }
        }
    }

    public Task<bool> TellRejectedAsync(string occasion, IReadOnlyList<Finding> errors, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _rejected.Add((occasion, errors));
        }

        return Task.FromResult(Takes);
    }

    public Task<bool> TellMendedAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            MendedAsked++;
        }

        return Task.FromResult(Takes);
    }
}
