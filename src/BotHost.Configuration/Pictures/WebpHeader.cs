using System.Buffers.Binary;

namespace BotHost.Configuration.Pictures;

/// <summary>WebP: a RIFF container, whose first chunk is one of three kinds, each with the size in bits of its own.</summary>
internal static class WebpHeader
{
    private const int Content = 20;
    private const int FourteenBits = 0x3FFF;

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8);

    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes)
    {
        // The container tells its length: a file that is shorter is cut off.
        if (bytes.Length < Content + 10 || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L > bytes.Length)
        {
            return null;
        }

        var content = bytes[Content..];
        var chunk = bytes[12..16];
        return chunk.SequenceEqual("VP8 "u8) ? OfLossy(content)
            : chunk.SequenceEqual("VP8L"u8) ? OfLossless(content)
            : chunk.SequenceEqual("VP8X"u8) ? (1 + ReadUInt24(content[4..]), 1 + ReadUInt24(content[7..]))
            : null;
    }

    private static (int Width, int Height)? OfLossy(ReadOnlySpan<byte> frame)
    {
        var isKeyFrame = (frame[0] & 1) == 0 && frame[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]);

        // The two highest bits of each only ask for scaling.
        return isKeyFrame
            ? (BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & FourteenBits, BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & FourteenBits)
            : null;
    }

    private static (int Width, int Height)? OfLossless(ReadOnlySpan<byte> content)
    {
        if (content[0] != 0x2F)
        {
            return null;
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
        return (1 + (int)(bits & FourteenBits), 1 + (int)((bits >> 14) & FourteenBits));
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
