using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Pictures;

/// <summary>Says what is wrong with a picture that an entry names. None of it keeps a talk from being announced, but a link that leads out is refused.</summary>
internal static class PictureFindings
{
    public static void Tell(SeenPicture picture, SourceSpan where, FindingList findings)
    {
        var name = Spelling.Quote(picture.Name);
        var until = picture.Content is null ? "; until then posts go out without it" : "; until then the picture that was there before is still used";
        switch (picture.Problem)
        {
            case null:
                CheckName(picture, where, findings);
                break;
            case PictureProblem.Missing:
                findings.Warning(where, "missing-picture", $"there is no file {name}", "put it into the config folder, or correct the name" + until);
                break;
            case PictureProblem.Folder:
                findings.Warning(where, "not-a-picture", $"{name} is a folder", "name the picture in it" + until);
                break;
            case PictureProblem.Outside:
                findings.Error(where, "link-outside", $"{name} is a link that leads out of the config folder", "put the file itself there");
                break;
            case PictureProblem.Empty:
                findings.Warning(where, "not-a-picture", $"{name} is empty, or no ordinary file (a pipe, a socket, a device)", "put the picture there" + until);
                break;
            case PictureProblem.TooLarge:
                findings.Warning(
                    where, "large-picture", $"{name} is {picture.File.Length} bytes, and more than {PictureShelf.MaxBytes} (8 MiB) cannot be posted", "make it smaller" + until);
                break;
            case PictureProblem.Unreadable:
                findings.Warning(where, "not-a-picture", $"{name} cannot be read", "check that the bot may read it" + until);
                break;
            case PictureProblem.NoPicture:
                findings.Warning(where, "not-a-picture", $"{name} holds no PNG, JPEG, GIF or WebP picture, whatever it is called", "save it as one of these" + until);
                break;
            default:
                findings.Warning(where, "not-a-picture", $"{name} begins as a picture, but is cut off or broken", "copy or save it again" + until);
                break;
        }
    }

    /// <summary>It is posted under the name of what it holds, so that this harms nobody but the next editor of the file.</summary>
    private static void CheckName(SeenPicture picture, SourceSpan where, FindingList findings)
    {
        var format = picture.Content!.Format;
        var extension = Path.GetExtension(picture.Name).TrimStart('.').ToLowerInvariant();
        var own = format.ToString().ToLowerInvariant();
        if (extension != own && !(format is PictureFormat.Jpg && extension == "jpeg"))
        {
            findings.Warning(
                where, "picture-extension", $"{Spelling.Quote(picture.Name)} holds a picture of another format ({own}), as which it is posted", $"let its name end in .{own}");
        }
    }
}
