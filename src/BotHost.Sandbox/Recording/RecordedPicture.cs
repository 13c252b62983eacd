using System.Security.Cryptography;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox;

/// <summary>A picture that came with a message, told by what it holds.</summary>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Name">The file's name, as the bot gave it.</param>
/// <param name="Description">For those who cannot see it.</param>
public sealed record RecordedPicture(string Sha256, long Size, int Width, int Height, string? Name = null, string? Description = null)
{
    /// <summary>Null where the bytes are no picture.</summary>
    internal static RecordedPicture? Of(byte[] bytes, string? name, string? description = null) =>
        PictureHeader.Of(bytes) is { } header
            ? new RecordedPicture(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, header.Width, header.Height, name, description)
            : null;
}
