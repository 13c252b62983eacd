using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Fetches the pictures that payloads name.</summary>
internal sealed class PictureLoader(IPictureStore store)
{
    /// <summary>Null where nobody has it any more.</summary>
    public async ValueTask<AttachedPicture?> LoadAsync(string name, CancellationToken cancellationToken) =>
        await store.ReadAsync(AttachedPicture.HashIn(name), cancellationToken) is { } bytes ? new AttachedPicture(name, bytes) : null;

    public static Outcome.Rejected Gone(string name) => new(
        RejectionScope.Message,
        $"the picture {name} is gone",
        "put the file back where the config names it, or name another one there, and post anew");
}
