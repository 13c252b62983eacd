using System.Collections.Immutable;
using BotHost.Announcements.Commands;
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
}
