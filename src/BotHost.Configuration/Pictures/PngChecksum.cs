using System.Buffers.Binary;

namespace BotHost.Configuration.Pictures;

/// <summary>The check sum behind each chunk of a PNG: CRC-32 as of ISO 3309, lowest bit first.</summary>
internal static class PngChecksum
{
    private const uint Polynomial = 0xEDB88320;

    // Eight bytes at a time, each by a table of its own: pictures have megabytes.
    private const int Slices = 8;

    private static readonly uint[][] Tables = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ sum;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            sum = Tables[7][(byte)low] ^ Tables[6][(byte)(low >> 8)] ^ Tables[5][(byte)(low >> 16)] ^ Tables[4][low >> 24]
                ^ Tables[3][(byte)high] ^ Tables[2][(byte)(high >> 8)] ^ Tables[1][(byte)(high >> 16)] ^ Tables[0][high >> 24];
        }

        foreach (var one in bytes)
        {
            sum = Tables[0][(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint[][] MakeTables()
    {
        var tables = Enumerable.Range(0, Slices).Select(_ => new uint[256]).ToArray();
        for (var value = 0; value < 256; value++)
        {
            var sum = (uint)value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
            }

            tables[0][value] = sum;
        }

        for (var slice = 1; slice < Slices; slice++)
        {
            for (var value = 0; value < 256; value++)
            {
                var before = tables[slice - 1][value];
                tables[slice][value] = tables[0][(byte)before] ^ (before >> 8);
            }
        }

        return tables;
    }
}
