using System.Text;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Files;

/// <summary>Reads one file: bounded, and UTF-8 or nothing.</summary>
internal static class SourceFileReader
{
    public const int MaxBytes = 1_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null after a finding.</returns>
    public static SourceFile? Read(string directory, string path, FindingList findings)
    {
        var where = new SourceSpan(path, 1, 1);
        var full = Path.Combine(directory, path);
        if (Directory.Exists(full))
        {
            findings.Error(where, "not-a-file", $"'{path}' is a folder", "move it away, or give it a name that does not end in .yaml");
            return null;
        }

        byte[]? bytes;
        try
        {
            bytes = ReadBounded(full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Error(where, "unreadable", $"'{path}' cannot be read: {exception.Message.TrimEnd('.')}", "check that the file is there and that the bot may read it");
            return null;
        }

        if (bytes is null)
        {
            findings.Error(where, "too-large", $"'{path}' is larger than {MaxBytes} bytes", "split it, or check that it is the right file");
            return null;
        }

        return Decode(path, bytes, findings);
    }

    private static byte[]? ReadBounded(string full)
    {
        using var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > MaxBytes)
        {
            return null;
        }

        // A file that grows or shrinks meanwhile is being saved, and will be read again.
        var buffer = new byte[stream.Length];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer[..length];
    }

    private static SourceFile? Decode(string path, byte[] bytes, FindingList findings)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return new SourceFile(path, [.. bytes], Strict.GetString(content));
        }
        catch (DecoderFallbackException exception)
        {
            var before = Encoding.UTF8.GetString(content[..Math.Clamp(exception.Index, 0, content.Length)]);
            var line = before.Count(character => character == '\n') + 1;
            var column = before.Length - before.LastIndexOf('\n');
            findings.Error(new SourceSpan(path, line, column), "not-utf8", "the file is not UTF-8 from here on", "save it as UTF-8 in your editor");
            return null;
        }
    }
}
