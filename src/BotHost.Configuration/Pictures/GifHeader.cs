using System.Buffers.Binary;

namespace BotHost.Configuration.Pictures;

/// <summary>GIF: the size stands right behind the version.</summary>
internal static class GifHeader
{
    // Signature and the description of the screen; no GIF is shorter.
    private const int Shortest = 13;

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8);

    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes) => bytes.Length > Shortest
        ? (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
        : null;
}
