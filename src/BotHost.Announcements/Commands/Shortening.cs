using System.Globalization;

namespace BotHost.Announcements.Commands;

/// <summary>Shortens what is only an echo or a label; content is never cut here.</summary>
internal static class Shortening
{
    /// <summary>At most this many UTF-16 units, cut between graphemes so that no emoji or accent is torn apart.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var starts = StringInfo.ParseCombiningCharacters(text);
        return text[..starts.Last(start => start < length)] + "…";
    }
}
