using System.Globalization;
using BotHost.Announcements.Texts;

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

        return text[..Longest(text, length)] + "…";
    }

    /// <summary>The same at the end of a sentence where most of it stays, else between words; within a word only where there is no other place.</summary>
    public static string AtWord(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var sentence = BreakPlaces.Sentences(text).LastOrDefault(place => place < length);
        var word = BreakPlaces.Words(text).LastOrDefault(place => place < length);
        var end = sentence > length / 2 ? sentence : word > length / 2 ? word : Longest(text, length);
        return text[..end].TrimEnd() + " …";
    }

    private static int Longest(string text, int length)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Last(start => start < length);
    }
}
