using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Platforms;

/// <summary>What a platform's own event, or the thread under an announcement, tells of a talk: in one language, and only what members may see.</summary>
public sealed record TalkCard
{
    /// <summary>The series and the number, for example <c>Asian Talk 176</c>; empty where the talk has no number.</summary>
    public required string Heading { get; init; }

    public required string Title { get; init; }

    /// <summary>Null where no time is set.</summary>
    public required Instant? Start { get; init; }

    /// <summary>Null where <see cref="Start"/> is.</summary>
    public required Instant? End { get; init; }

    /// <summary>Where people meet in person; null where they do not.</summary>
    public required string? Place { get; init; }

    /// <summary>Where people join online; null where they do not, or must not see it yet.</summary>
    public required Uri? Link { get; init; }

    /// <summary>One or two words to stand for the place where there is neither a place nor a link to show.</summary>
    public required string Elsewhere { get; init; }

    public required RichText Summary { get; init; }
}
