using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Fetches the pictures that payloads name, before anything of a request leaves.</summary>
internal sealed class PictureLoader(IPictureStore store)
{
    /// <summary>The picture, or what its absence means for the message.</summary>
    public async ValueTask<(AttachedPicture? Picture, Outcome Missing)> LoadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync(AttachedPicture.HashIn(name), cancellationToken) is { } bytes
                ? (new AttachedPicture(name, bytes), Gone(name))
                : (null, Gone(name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, new Outcome.NotSent($"the picture {name} cannot be read: {error.Message}"));
        }
    }

    private static Outcome.Rejected Gone(string name) => new(
        RejectionScope.Picture,
        $"the picture {name} is gone",
        "put the file back where the config names it, or name another one there, and post anew");
}
