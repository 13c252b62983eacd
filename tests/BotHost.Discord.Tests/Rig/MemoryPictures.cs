using System.Collections.Concurrent;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Tests.Rig;

internal sealed class MemoryPictures : IPictureStore
{
    private readonly ConcurrentDictionary<string, byte[]> _bytes = new(StringComparer.Ordinal);

    public void Put(string hash, byte[] bytes) => _bytes[hash] = bytes;

    public ValueTask<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken) => ValueTask.FromResult(_bytes.GetValueOrDefault(hash));
}
