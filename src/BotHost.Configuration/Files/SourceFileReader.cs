using System.Text;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Files;

/// <summary>Reads one file: bounded, and UTF-8 or nothing.</summary>
internal static class SourceFileReader
{
    public const int MaxBytes = 1_000_000;

    /// <summary>More than any post holds, many times over.</summary>
    public const int MaxTemplateBytes = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null after a finding.</returns>
    public static SourceFile? Read(ListedFile file, FindingList findings)
    {
        var path = file.Path;
        var where = new SourceSpan(path, 1, 1);
        var isTemplate = path.EndsWith(TemplateListing.Extension, StringComparison.OrdinalIgnoreCase);
        var most = isTemplate ? MaxTemplateBytes : MaxBytes;
        switch (file)
        {
            case { Standing: FileStanding.Folder }:
                findings.Error(where, "not-a-file", $"'{path}' is a folder", $"move it away, or give it a name that does not end in {(isTemplate ? TemplateListing.Extension : ".yaml")}");
                return null;
            case { Standing: FileStanding.Missing }:
                findings.Error(where, "unreadable", $"'{path}' cannot be read: it leads nowhere", "mend the link, or write the file itself");
                return null;
            case { Standing: FileStanding.Outside }:
                findings.Error(where, "link-outside", $"'{path}' is a link that leads out of the config folder", "put the file itself there");
                return null;
            case { Length: 0 }:
                findings.Error(where, "empty-file", $"'{path}' is empty, or no ordinary file (a pipe, a socket, a device)", $"write {(isTemplate ? "the template" : "the keys")}, or remove the file");
                return null;
            case { Length: var length } when length > most:
                findings.Error(where, "too-large", $"'{path}' is larger than {most} bytes", "split it, or check that it is the right file");
                return null;
        }

        try
        {
            return Decode(path, ReadBounded(file), findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Error(where, "unreadable", $"'{path}' cannot be read: {exception.Message.TrimEnd('.')}", "check that the file is there and that the bot may read it");
            return null;
        }
    }

    /// <summary>The bytes of a file that may be opened.</summary>
    /// <remarks>A file that grows or shrinks meanwhile is being saved, and will be read again; here it is cut at the length that was listed.</remarks>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadBounded(ListedFile file)
    {
        using var stream = new FileStream(file.RealPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var buffer = new byte[file.Length];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length == buffer.Length ? buffer : buffer[..length];
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
