using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Platforms;

/// <summary>A post as content, before any platform has rendered it.</summary>
public sealed record Post
{
    /// <summary>One line (title and time) that says enough alone: for notifications and for readers who do not load the rest.</summary>
    public required ImmutableArray<Inline> Lead { get; init; }

    /// <summary>The whole text; where its first block is a heading, layouts may set that apart as the title.</summary>
    public required RichText Body { get; init; }

    public ImmutableArray<LinkButton> Buttons { get; init; } = [];

    /// <summary>Buttons for decisions, under posts to moderators.</summary>
    public ImmutableArray<ActionButton> Actions { get; init; } = [];

    /// <summary>Who is pinged, in the platform's words as in <see cref="Channel.Mention"/>; null: nobody.</summary>
    public string? Mention { get; init; }

    public bool Silent { get; init; }

    /// <summary>
    /// The poster; renderers leave it out where the channel's layout has no room for it, or where it cannot be used. Null: there is none,
    /// and a photo may stand in its place.
    /// </summary>
    public Picture? Picture { get; init; }

    /// <summary>Photos of the talk's people, in their order; each stands only where the layout has room.</summary>
    public ImmutableArray<Picture> Photos { get; init; } = [];

    /// <summary>The page of which the platform may show a preview; null: none is shown, whatever the text links to.</summary>
    public Uri? LinkPreview { get; init; }

    /// <summary>Account names of the talk's people on the channel's platform, without <c>@</c>: these alone may be reached by being named in a text.</summary>
    public ImmutableArray<string> Handles { get; init; } = [];

    /// <summary>Whether it may go out as several messages, numbered, where one does not hold it.</summary>
    public bool MaySplit { get; init; }

    /// <summary>
    /// The payloads of the messages that stand there already and that it is to replace, one for one and in the same shape;
    /// empty: it is new, and takes as few messages as it needs.
    /// </summary>
    public ImmutableArray<string> Replaces { get; init; } = [];

    /// <summary>How many messages it is to replace; null where it is new.</summary>
    public int? Messages => Replaces.IsDefaultOrEmpty ? null : Replaces.Length;
}
