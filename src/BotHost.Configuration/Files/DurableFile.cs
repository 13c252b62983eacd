namespace BotHost.Configuration.Files;

/// <summary>Writes a new file so that it survives the next power cut.</summary>
internal static class DurableFile
{
    /// <exception cref="IOException">It is there already, or cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
