using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;

namespace BotHost.Configuration.Pictures;

/// <summary>A picture that some entry names, as it was found.</summary>
/// <param name="File">As its folder lists it, under the name that the entries use.</param>
/// <param name="Content">What it holds; null where it cannot be posted.</param>
/// <param name="Problem">Why it cannot; null where it can.</param>
internal sealed record SeenPicture(ListedFile File, PictureFile? Content, PictureProblem? Problem)
{
    public string Name => File.Path;
}
