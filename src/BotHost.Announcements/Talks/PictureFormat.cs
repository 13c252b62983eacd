namespace BotHost.Announcements.Talks;

/// <summary>The encodings of pictures that every platform shows; the names are their file extensions.</summary>
public enum PictureFormat
{
    Png,
    Jpg,
    Gif,
    Webp,
}
