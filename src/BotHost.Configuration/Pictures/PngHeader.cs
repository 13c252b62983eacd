using System.Buffers.Binary;

namespace BotHost.Configuration.Pictures;

/// <summary>PNG: a signature, then chunks, of which the first holds the size and the last says that nothing is missing.</summary>
internal static class PngHeader
{
    private const int FirstChunk = 8;

    // Length, name and check sum.
    private const int AroundContent = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33 || !bytes[12..16].SequenceEqual("IHDR"u8) || BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) != 13 || !IsWhole(bytes))
        {
            return null;
        }

        // What is no positive number here is more pixels than the format allows.
        return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
    }

    /// <summary>
    /// Whether the chunks lead unharmed to the one that ends a picture: a file that was copied by half breaks off before, and one
    /// whose pixels were damaged on the way is refused by the platforms.
    /// </summary>
    private static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        for (long at = FirstChunk; at + AroundContent <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            var length = AroundContent + (long)BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (length > chunk.Length || (IsNeeded(chunk) && !IsSound(chunk[..(int)length])))
            {
                return false;
            }

            if (chunk[4..8].SequenceEqual("IEND"u8))
            {
                return true;
            }

            at += length;
        }

        return false;
    }

    // Names of chunks that a picture cannot do without begin with a capital; whoever draws it passes over the others where they are damaged.
    private static bool IsNeeded(ReadOnlySpan<byte> chunk) => char.IsAsciiLetterUpper((char)chunk[4]);

    private static bool IsSound(ReadOnlySpan<byte> chunk) => PngChecksum.Of(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]);
}
