using System.Globalization;
using BotHost.Announcements.Talks;

namespace BotHost.Telegram.Rendering;

/// <summary>Which pictures the platform takes as photos, by its description of <c>sendPhoto</c>.</summary>
internal static class PhotoLimits
{
    /// <summary>10 MB, counted the strict way.</summary>
    public const long MaxBytes = 10_000_000;

    /// <summary>Width and height together, in pixels.</summary>
    public const int MaxSides = 10_000;

    /// <summary>The longer side, measured in shorter ones.</summary>
    public const int MaxRatio = 20;

    public static bool Takes(PictureFile picture) => Breach(picture) is null;

    /// <summary>What is wrong, and how to mend it; null where the platform takes it.</summary>
    public static (string What, string Remedy)? Breach(PictureFile picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        if (picture.Length > MaxBytes)
        {
            return (
                string.Create(CultureInfo.InvariantCulture, $"has {picture.Length:N0} bytes, where {MaxBytes:N0} are allowed"),
                "save it with less detail or as a JPEG");
        }

        if (width <= 0 || height <= 0 || Math.Max(width, height) > (long)MaxRatio * Math.Min(width, height))
        {
            return (
                string.Create(CultureInfo.InvariantCulture, $"is {width} by {height} pixels, where one side may be {MaxRatio} times as long as the other at most"),
                "cut it to a shape that is less long and narrow");
        }

        return (long)width + height > MaxSides
            ? (
                string.Create(CultureInfo.InvariantCulture, $"is {width} by {height} pixels, where width and height together may be {MaxSides:N0} at most"),
                "make it smaller")
            : null;
    }
}
