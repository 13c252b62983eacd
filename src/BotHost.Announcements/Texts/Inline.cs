using System.Collections.Immutable;
using NodaTime;

namespace BotHost.Announcements.Texts;

/// <summary>One run of rich text inside a block.</summary>
public abstract record Inline
{
    private Inline()
    {
    }

    /// <summary>Plain words: never markup, never a mention, whatever they look like.</summary>
    public sealed record Text(string Value) : Inline
    {
        /// <summary>Whether it is the name of one of the bot's own commands, said by the bot itself: platforms may make it something to tap.</summary>
        public bool IsCommand { get; init; }
    }

    public sealed record Styled(TextStyle Style, ImmutableArray<Inline> Content) : Inline;

    /// <summary>Words that lead to a page. Renderers show the target's host where the words look like another one.</summary>
    public sealed record Link(Uri Url, ImmutableArray<Inline> Content) : Inline;

    public sealed record Code(string Value) : Inline;

    public sealed record LineBreak : Inline;

    /// <summary>A moment, shown in the reader's zone where the platform can, else with its zone named.</summary>
    public sealed record Time(Instant Instant, DateTimeZone Zone, TimeStyle Style) : Inline;
}
