using BotHost.Configuration.Import.Texts;

namespace BotHost.Configuration.Import;

/// <summary>Reads the bytes of an announcement from a file or from standard input.</summary>
public static class AnnouncementSource
{
    public const string StandardInput = "-";

    /// <param name="path">A file, or <c>-</c>.</param>
    /// <param name="openStandardInput">Opens standard input.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ImportException">It cannot be read; the sentence says why.</exception>
    public static async Task<byte[]> ReadAsync(string path, Func<Stream> openStandardInput, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(openStandardInput);
        if (path != StandardInput && Directory.Exists(path))
        {
            throw new ImportException($"'{path}' is a folder: name the file with the announcement, or - for standard input.");
        }

        if (path != StandardInput && !File.Exists(path))
        {
            throw new ImportException($"There is no file '{path}'.");
        }

        try
        {
            await using var stream = path == StandardInput ? openStandardInput() : File.OpenRead(path);
            var buffer = new byte[SourceInput.MaxBytes + 1];
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return buffer[..length];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"'{path}' cannot be read: {problem.Message}");
        }
    }

    public static string NameOf(string path) => path == StandardInput ? "standard input" : $"'{path}'";
}
