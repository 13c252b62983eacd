using System.Buffers.Binary;

namespace BotHost.Configuration.Tests.Builders;

/// <summary>The smallest files that are pictures, byte by byte as the formats' descriptions say. Nobody decodes them.</summary>
internal static class TestPictures
{
    /// <summary>The check sum of the padding is made up: it belongs to a text, without which the picture is whole.</summary>
    public static byte[] Png(int width, int height, int padding = 0) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        .. Chunk([.. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 6, 0, 0, 0]),
        .. BigEndian(padding), .. "tEXt"u8, .. new byte[padding], 1, 2, 3, 4,
        0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82,
    ];

    /// <summary>With a preview of another size before the frame, as cameras write it.</summary>
    public static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8,
        0xFF, 0xE1, 0, 14, 0xFF, 0xD8, 0xFF, 0xC0, 0, 8, 8, 0, 9, 0, 9, 1,
        0xFF, 0xFF, 0xDB, 0, 3, 0,
        0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9,
    ];

    public static byte[] Gif(int width, int height) =>
        [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0x3B];

    public static byte[] WebpLossy(int width, int height) =>
        Riff([.. "VP8 "u8, 14, 0, 0, 0, 0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0, 0]);

    public static byte[] WebpLossless(int width, int height)
    {
        var bits = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bits, (width - 1) | ((height - 1) << 14));
        return Riff([.. "VP8L"u8, 10, 0, 0, 0, 0x2F, .. bits, 0, 0, 0, 0, 0]);
    }

    public static byte[] WebpExtended(int width, int height) =>
        Riff([.. "VP8X"u8, 10, 0, 0, 0, 0x10, 0, 0, 0, .. ThreeBytes(width - 1), .. ThreeBytes(height - 1)]);

    private static byte[] Chunk(byte[] nameAndContent) => [.. BigEndian(nameAndContent.Length - 4), .. nameAndContent, .. BigEndian((int)SumOf(nameAndContent))];

    private static uint SumOf(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var bit in bytes.SelectMany(one => Enumerable.Range(0, 8).Select(at => (uint)(one >> at) & 1)))
        {
            sum = ((sum ^ bit) & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }

        return ~sum;
    }

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, (byte)(chunks.Length + 4), 0, 0, 0, .. "WEBP"u8, .. chunks];

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] ThreeBytes(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];
}
