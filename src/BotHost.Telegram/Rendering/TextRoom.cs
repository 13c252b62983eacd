using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.Rendering;

/// <summary>How much text a message takes.</summary>
/// <param name="Name">In the platform's words.</param>
/// <param name="MaxLength">In UTF-16 units, as strings count; the platform counts code points, which are never more.</param>
internal sealed record TextRoom(string Name, int MaxLength)
{
    /// <summary>The platform takes more and shows the rest of them as plain words.</summary>
    public const int MaxEntities = 100;

    public static TextRoom Message { get; } = new("message text", 4096);

    /// <summary>Below a picture.</summary>
    public static TextRoom Caption { get; } = new("caption", 1024);

    public bool Holds(FormattedText text) => Misfit(text) is null;

    /// <summary>The limit that is exceeded; null where the text fits.</summary>
    public RenderResult.TooLong? Misfit(FormattedText text)
    {
        if (text.Text.Length > MaxLength)
        {
            return new RenderResult.TooLong(Name, text.Text.Length, MaxLength);
        }

        return text.Entities.Length > MaxEntities ? new RenderResult.TooLong($"number of entities in the {Name}", text.Entities.Length, MaxEntities) : null;
    }
}
