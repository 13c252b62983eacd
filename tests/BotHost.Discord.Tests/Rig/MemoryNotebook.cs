using System.Collections.Concurrent;
using BotHost.Announcements.Delivery;

namespace BotHost.Discord.Tests.Rig;

internal sealed class MemoryNotebook : INotebook
{
    public ConcurrentDictionary<string, string> Notes { get; } = new();

    public Task<string?> ReadAsync(string room, string key, CancellationToken cancellationToken) =>
        Task.FromResult(Notes.GetValueOrDefault($"{room}/{key}"));

    public Task WriteAsync(string room, string key, string value, CancellationToken cancellationToken)
    {
        Notes[$"{room}/{key}"] = value;
        return Task.CompletedTask;
    }
}
