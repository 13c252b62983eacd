using System.Collections.Concurrent;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Discord.Tests.Rig;

internal sealed class MemoryNotebook : INotebook
{
    public ConcurrentDictionary<string, string> Notes { get; } = new();

    /// <summary>What a call about this key meets; null: it works.</summary>
    public Func<string, Exception?> FaultAt { get; set; } = _ => null;

    public Task<string?> ReadAsync(string room, string key, CancellationToken cancellationToken) =>
        FaultAt(key) is { } fault ? Task.FromException<string?>(fault) : Task.FromResult(Notes.GetValueOrDefault($"{room}/{key}"));

    public Task WriteAsync(string room, string key, string value, CancellationToken cancellationToken)
    {
        if (FaultAt(key) is { } fault)
        {
            return Task.FromException(fault);
        }

        Notes[$"{room}/{key}"] = value;
        return Task.CompletedTask;
    }
}
