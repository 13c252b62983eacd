using System.Buffers.Binary;

namespace BotHost.Configuration.Pictures;

/// <summary>JPEG: segments, each behind a marker; the one that begins the frame holds the size.</summary>
internal static class JpegHeader
{
    private const byte Marker = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    private static ReadOnlySpan<byte> Start => [Marker, 0xD8, Marker];

    private static ReadOnlySpan<byte> End => [Marker, EndOfImage];

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Start);

    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == Marker)
        {
            var kind = bytes[at + 1];
            if (kind == Marker)
            {
                at++;
                continue;
            }

            if (kind is StartOfScan or EndOfImage)
            {
                return null;
            }

            if (IsFrame(kind))
            {
                // Whatever programs append, the picture's own end comes before it: a file without one is cut off. A preview's end stands before the frame.
                return at + 9 <= bytes.Length && bytes[at..].LastIndexOf(End) >= 0
                    ? (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]))
                    : null;
            }

            at += HasContent(kind) ? 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..])) : 2;
        }

        return null;
    }

    // Between the frames' markers stand three of other meaning: tables of two kinds, and one that is reserved.
    private static bool IsFrame(byte kind) => kind is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static bool HasContent(byte kind) => kind is not 0x01 and not (>= 0xD0 and <= 0xD8);
}
