using System.Security.Cryptography;

namespace BotHost.Configuration.Pictures;

/// <summary>Reads the bytes of a picture whose hash is known: exactly those, or nothing.</summary>
internal static class PictureBytes
{
    /// <returns>Null where the file is gone, cannot be read, or holds something else.</returns>
    public static async ValueTask<byte[]?> ReadAsync(string path, string hash, CancellationToken cancellationToken)
    {
        try
        {
            // Only what has a length is opened: opening a pipe would wait until somebody writes.
            if (new FileInfo(path) is not { Exists: true, Length: > 0 and <= PictureShelf.MaxBytes and var length })
            {
                return null;
            }

            await using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            var bytes = new byte[length];
            await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return HashOf(bytes) == hash ? bytes : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static bool IsHash(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);
}
