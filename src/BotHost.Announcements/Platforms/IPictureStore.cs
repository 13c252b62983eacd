namespace BotHost.Announcements.Platforms;

/// <summary>Holds the bytes of the pictures that posts show.</summary>
public interface IPictureStore
{
    /// <summary>The picture of this SHA-256 (lower-case hex); null where nobody has it any more.</summary>
    ValueTask<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken);
}
