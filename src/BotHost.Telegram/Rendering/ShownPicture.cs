using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Telegram.Rendering;

/// <summary>The one picture that a post shows here: a file that is sent along, or a page of which the platform makes a preview.</summary>
internal abstract record ShownPicture
{
    private ShownPicture()
    {
    }

    /// <param name="Name">As <see cref="PictureFile.Name"/>.</param>
    public sealed record File(string Name) : ShownPicture;

    public sealed record Page(Uri Url) : ShownPicture;

    /// <summary>
    /// The poster; in a post without one the first photo that can be shown, files before pages. Nobody's photo takes the place of a poster
    /// that cannot be shown.
    /// </summary>
    public static ShownPicture? Of(Post post)
    {
        if (post.Picture is { } poster)
        {
            return Of(poster);
        }

        var photos = (post.Photos.IsDefault ? [] : post.Photos).Select(Of).OfType<ShownPicture>().ToList();
        return photos.Find(photo => photo is File) ?? photos.FirstOrDefault();
    }

    private static ShownPicture? Of(Picture picture) => picture switch
    {
        { Content: { } content } => PhotoLimits.Takes(content) ? new File(content.Name) : null,
        { Url: { } url } when LinkTarget.CanOpen(url) => new Page(url),
        _ => null,
    };
}
