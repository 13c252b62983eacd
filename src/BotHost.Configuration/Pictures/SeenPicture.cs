using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;

namespace BotHost.Configuration.Pictures;

/// <summary>A picture that some entry names, as it was found.</summary>
/// <param name="File">As its folder lists it, under the name that the entries use.</param>
/// <param name="Content">What posts show: what the file holds, or what it held before it came to harm; null where there is nothing to show.</param>
/// <param name="Problem">Why the file cannot be posted; null where it can.</param>
internal sealed record SeenPicture(ListedFile File, PictureFile? Content, PictureProblem? Problem)
{
    public string Name => File.Path;

    /// <summary>Whether the file holds what posts show; where it does not, the copy in the data folder does.</summary>
    public bool IsAtHand => Content is not null && Problem is null;
}
