using System.Text;

namespace BotHost.Posts.Reading;

/// <summary>Takes out of a text what can be neither seen nor trusted, and leaves every visible character as it is.</summary>
internal static class CleanText
{
    /// <summary>Keeps line ends (as <c>\n</c>) and tabs.</summary>
    public static string Lines(string text)
    {
        if (!NeedsCleaning(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            at = AppendNext(clean, text, at);
        }

        return clean.ToString();
    }

    /// <summary>One line: line ends and tabs become spaces, the ends are trimmed.</summary>
    public static string Line(string text) => Spaced(Lines(text)).Trim();

    /// <summary>Spaces in place of line ends and tabs.</summary>
    public static string Spaced(string text) => text.AsSpan().ContainsAny('\n', '\t') ? text.Replace('\n', ' ').Replace('\t', ' ') : text;

    /// <summary>Where in a text the characters stood that are now at these places of its cleaned form.</summary>
    /// <param name="text">The text before <see cref="Lines"/>.</param>
    /// <param name="places">In ascending order.</param>
    public static int[] PlacesBefore(string text, IReadOnlyList<int> places)
    {
        if (!NeedsCleaning(text))
        {
            return [.. places];
        }

        var before = new int[places.Count];
        var clean = new StringBuilder(text.Length);
        var (at, found) = (0, 0);
        while (found < before.Length && at < text.Length)
        {
            var from = at;
            at = AppendNext(clean, text, at);
            while (found < before.Length && places[found] < clean.Length)
            {
                before[found++] = from;
            }
        }

        Array.Fill(before, text.Length, found, before.Length - found);
        return before;
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || character is '\r' or '\u0085' or '\u2028' or '\u2029' || IsRemoved(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Appends what a character becomes, and returns where the next one stands.</summary>
    private static int AppendNext(StringBuilder clean, string text, int at)
    {
        var character = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        switch (character)
        {
            case '\r' when next == '\n':
                break;
            case '\r' or '\u0085' or '\u2028' or '\u2029':
                clean.Append('\n');
                break;
            case var _ when char.IsHighSurrogate(character) && char.IsLowSurrogate(next):
                AppendPair(clean, character, next);
                return at + 2;
            case var _ when char.IsSurrogate(character):
                clean.Append('\uFFFD');
                break;
            case var _ when !IsRemoved(character):
                clean.Append(character);
                break;
        }

        return at + 1;
    }

    /// <summary>Control characters, the overrides and isolates that turn the direction of what follows, and what is no character at all.</summary>
    private static bool IsRemoved(char character) => character switch
    {
        '\n' or '\t' => false,
        >= '\u202A' and <= '\u202E' => true,
        >= '\u2066' and <= '\u2069' => true,
        >= '\uFDD0' and <= '\uFDEF' => true,
        >= '\uFFF9' and <= '\uFFFB' => true,
        '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
        _ => char.IsControl(character),
    };

    private static void AppendPair(StringBuilder clean, char high, char low)
    {
        var isNoncharacter = (char.ConvertToUtf32(high, low) & 0xFFFE) == 0xFFFE;
        if (!isNoncharacter)
        {
            clean.Append(high).Append(low);
        }
    }
}
