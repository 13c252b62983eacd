using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Telegram.Rendering;

/// <summary>
/// Leaves out a distance in brackets behind the moment that it belongs to. Clients that do not know date entities show the text inside,
/// and text does not move with the clock: they would read the same date twice.
/// </summary>
internal static class RepeatedMoments
{
    private static readonly Dictionary<string, string> Brackets = new(StringComparer.Ordinal) { [" ("] = ")", ["（"] = "）" };

    public static ImmutableArray<Inline> LeaveOut(ImmutableArray<Inline> content)
    {
        for (var index = 2; index < content.Length - 1; index++)
        {
            if (content[index] is Inline.Time { Style: TimeStyle.Relative } again
                && content[index - 2] is Inline.Time told && told.Instant == again.Instant
                && content[index - 1] is Inline.Text open && Brackets.TryGetValue(open.Value, out var close)
                && content[index + 1] is Inline.Text after && after.Value.StartsWith(close, StringComparison.Ordinal))
            {
                return LeaveOut(content.RemoveRange(index - 1, 3).Insert(index - 1, after with { Value = after.Value[close.Length..] }));
            }
        }

        return content;
    }
}
