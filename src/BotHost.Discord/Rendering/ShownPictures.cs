using BotHost.Announcements.Talks;

namespace BotHost.Discord.Rendering;

/// <summary>The pictures of one message: each file goes along once, however often it is shown.</summary>
internal sealed class ShownPictures
{
    private readonly List<Attachment> _files = [];

    /// <summary>The files to send along; null where there are none.</summary>
    public Attachment[]? Files => _files.Count == 0 ? null : [.. _files];

    /// <summary>Whether the platform would show it. One that it would not must not keep the post from going out.</summary>
    public static bool CanBeShown(Picture picture) => picture.Content is { } file
        ? file.Length <= DiscordLimits.File
        : picture.Url is { } url && LinkWords.IsWeb(url) && Measure.CodePoints(url.AbsoluteUri) <= DiscordLimits.EmbedUrl;

    /// <summary>How a frame names the picture; null where there is none to be shown.</summary>
    public EmbedPicture? InFrame(Picture? picture)
    {
        if (picture is null || !CanBeShown(picture))
        {
            return null;
        }

        return picture.Content is null
            ? new EmbedPicture(picture.Url!.AbsoluteUri, AltOf(picture))
            : new EmbedPicture($"attachment://{Attach(picture)}");
    }

    /// <summary>Sends the picture's file along, where it has one that can be shown; the platform sets it below the text.</summary>
    public void Below(Picture? picture)
    {
        if (picture is { Content: not null } && CanBeShown(picture))
        {
            Attach(picture);
        }
    }

    private string Attach(Picture picture)
    {
        var name = picture.Content!.Name;
        if (_files.All(file => file.Filename != name))
        {
            _files.Add(new Attachment($"{_files.Count}", name, AltOf(picture)));
        }

        return name;
    }

    private static string? AltOf(Picture picture) =>
        picture.Alt is { } alt && VisibleWords.Any(alt) ? PlainWords.Fit(alt, DiscordLimits.Alt) : null;
}
