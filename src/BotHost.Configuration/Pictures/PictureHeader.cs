using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Pictures;

/// <summary>What the bytes of a picture say of it, without a single pixel of it being decoded.</summary>
/// <param name="Format">How it is encoded, whatever its name says.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal readonly record struct PictureHeader(PictureFormat Format, int Width, int Height)
{
    /// <summary>The format whose signature the bytes begin with; null: no picture that platforms show.</summary>
    public static PictureFormat? FormatOf(ReadOnlySpan<byte> bytes) =>
        PngHeader.IsOne(bytes) ? PictureFormat.Png
        : JpegHeader.IsOne(bytes) ? PictureFormat.Jpg
        : GifHeader.IsOne(bytes) ? PictureFormat.Gif
        : WebpHeader.IsOne(bytes) ? PictureFormat.Webp
        : null;

    /// <summary>Format and size; null where the file is no picture, is cut off, or says of itself what cannot be.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var format = FormatOf(bytes);
        var size = format switch
        {
            PictureFormat.Png => PngHeader.SizeOf(bytes),
            PictureFormat.Jpg => JpegHeader.SizeOf(bytes),
            PictureFormat.Gif => GifHeader.SizeOf(bytes),
            PictureFormat.Webp => WebpHeader.SizeOf(bytes),
            _ => null,
        };
        return size is (> 0 and var width, > 0 and var height) ? new PictureHeader(format!.Value, width, height) : null;
    }
}
