using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;

namespace BotHost.Posts.Composing;

/// <summary>A plain value as a template may put it into a line of its own words.</summary>
internal static class LineValue
{
    /// <summary>Clean, on one line, and in a slot where its direction must not reach its neighbours; null where nothing is left.</summary>
    public static string? Of(string? value, Slots slots)
    {
        if (value is null || CleanText.Line(value) is not { Length: > 0 } clean)
        {
            return null;
        }

        return RightToLeft.IsIn(clean) ? slots.Hold(RichText.Plain(clean)) : clean;
    }
}
