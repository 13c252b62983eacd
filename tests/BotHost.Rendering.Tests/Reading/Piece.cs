using System.Collections.Immutable;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>A stretch of what a post says: one of these ways to show it must stand in the message. An empty way allows to show nothing.</summary>
internal sealed record Piece(ImmutableArray<string> Ways)
{
    public static Piece Exactly(string text) => new([text]);

    public static Piece Maybe(string text) => new([text, ""]);

    public static Piece OneOf(params IEnumerable<string> ways) => new([.. ways.Distinct(StringComparer.Ordinal)]);
}
