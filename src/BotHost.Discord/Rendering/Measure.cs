using System.Globalization;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rendering;

/// <summary>Lengths in the platform's unit, the code point.</summary>
internal static class Measure
{
    private const string Ellipsis = "…";

    public static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    /// <summary>All texts of a frame together.</summary>
    public static int CodePoints(Embed embed) =>
        CodePoints(embed.Author?.Name ?? "") + CodePoints(embed.Title ?? "") + CodePoints(embed.Description ?? "");

    /// <summary>All texts of a message together.</summary>
    public static int CodePoints(MessageBody message) => CodePoints(message.Content) + (message.Embeds ?? []).Sum(CodePoints);

    /// <summary>What stands in the way, where the measure is beyond the limit.</summary>
    public static RenderResult.TooLong? Excess(string limit, int actual, int allowed) =>
        actual > allowed ? new RenderResult.TooLong(limit, actual, allowed) : null;

    /// <summary>At most so many code points, cut at a space where one is near, and never inside what is read as one character.</summary>
    public static string Shorten(string text, int most)
    {
        if (CodePoints(text) <= most)
        {
            return text;
        }

        if (most <= 1)
        {
            return most == 1 ? Ellipsis : "";
        }

        var cut = PrefixLength(text, most - 1);
        var space = text.LastIndexOfAny([' ', '\n', '\u3000'], cut, cut / 3);
        var end = space > 0 ? space : cut;
        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>The length, in UTF-16 units, of the longest prefix of whole graphemes within so many code points.</summary>
    private static int PrefixLength(string text, int most)
    {
        var length = 0;
        var count = 0;
        while (length < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            count += CodePoints(text.Substring(length, next));
            if (count > most)
            {
                break;
            }

            length += next;
        }

        return length;
    }
}
