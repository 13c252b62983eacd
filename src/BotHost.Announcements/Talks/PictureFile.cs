namespace BotHost.Announcements.Talks;

/// <summary>A picture that was looked at and can be posted.</summary>
/// <param name="Hash">SHA-256 of its bytes in lower-case hex: its name wherever it goes.</param>
/// <param name="Format">How it is encoded.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Length">In bytes.</param>
public sealed record PictureFile(string Hash, PictureFormat Format, int Width, int Height, long Length)
{
    /// <summary>The name under which it is sent, for example <c>ab12….png</c>: the same bytes always have the same.</summary>
    public string Name => $"{Hash}.{Format.ToString().ToLowerInvariant()}";
}
