using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

/// <summary>An answer as content; the platform renders it and keeps it inside its limits.</summary>
public sealed record Reply
{
    public required RichText Content { get; init; }

    /// <summary>A post shown below the content as its channel would get it.</summary>
    public Post? Preview { get; init; }

    public ImmutableArray<ActionButton> Actions { get; init; } = [];

    public ImmutableArray<LinkButton> Links { get; init; } = [];

    /// <summary>For the asker's eyes only.</summary>
    public bool Private { get; init; }

    /// <summary>The answer to a press takes the place of the message with the button.</summary>
    public bool ReplacesPressed { get; init; }

    public static Reply Say(string text) => new() { Content = RichText.Plain(text) };

    public static Reply Whisper(string text) => Whisper(RichText.Plain(text));

    public static Reply Whisper(RichText content) => new() { Content = content, Private = true };
}
