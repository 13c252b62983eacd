using System.Collections.Immutable;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.Rendering;

/// <summary>How picture and text of a post stand to each other. Without a picture that can be shown, all of them are <see cref="Text"/>.</summary>
internal enum PostLayout
{
    /// <summary>The picture with the whole text below it where it fits there, else the picture first and the text after it.</summary>
    Standard,

    /// <summary>The picture with the text below it, which is abridged until it fits.</summary>
    Caption,

    /// <summary>The picture alone, and the text in the next message.</summary>
    PictureFirst,

    /// <summary>No picture.</summary>
    Text,
}

/// <summary>The layouts as the config writes them.</summary>
internal static class PostLayouts
{
    private static readonly ImmutableArray<(string Name, PostLayout Layout)> All =
        [("caption", PostLayout.Caption), ("picture-first", PostLayout.PictureFirst), ("text", PostLayout.Text)];

    /// <summary>For people: <c>caption, picture-first or text</c>.</summary>
    public static string Names { get; } = $"{string.Join(", ", All[..^1].Select(layout => layout.Name))} or {All[^1].Name}";

    public static bool IsKnown(string name) => All.Any(layout => layout.Name == name);

    /// <summary>A name that the check would refuse counts as none.</summary>
    public static PostLayout Of(Channel channel) => All.FirstOrDefault(layout => layout.Name == channel.Layout).Layout;
}
