using System.Buffers.Binary;
using System.IO.Compression;

namespace BotHost.TestKit.Pictures;

/// <summary>Makes small real PNG files of one grey, which browsers draw and whose size is what a test says.</summary>
public static class PngPicture
{
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="grey">0 black, 255 white: pictures of different greys have different bytes.</param>
    public static byte[] Of(int width, int height, byte grey = 128)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Write(file, "IHDR"u8, header);
        Write(file, "IDAT"u8, Pixels(width, height, grey));
        Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Pixels(int width, int height, byte grey)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            // Each row begins with the number of its filter; 0 is none.
            var row = new byte[width + 1];
            row.AsSpan(1).Fill(grey);
            for (var line = 0; line < height; line++)
            {
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Sum(content, Sum(kind, uint.MaxValue)));
        file.Write(number);
    }

    // The checksum that the format asks for, one bit after the other.
    private static uint Sum(ReadOnlySpan<byte> bytes, uint sum)
    {
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return sum;
    }
}
