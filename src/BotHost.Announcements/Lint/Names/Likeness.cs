using System.Numerics;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>How far a word may stray from a name and still be meant for it.</summary>
internal static class Likeness
{
    /// <summary>One bit for each letter that occurs: two words that differ in more bits than edits could touch need no closer look.</summary>
    public static uint LettersOf(ReadOnlySpan<char> plain)
    {
        var letters = 0u;
        foreach (var letter in plain)
        {
            letters |= 1u << (letter is >= 'a' and <= 'z' ? letter - 'a' : 26 + (letter % 6));
        }

        return letters;
    }

    /// <summary>The edits between a word and a part of a name, or null where there are none or more than allowed.</summary>
    public static int? Edits(Word word, NamePart part, int allowed)
    {
        // An edit takes away one letter and brings another.
        if (Math.Abs(word.Plain.Length - part.Plain.Length) > allowed || BitOperations.PopCount(word.Letters ^ part.Letters) > 2 * allowed)
        {
            return null;
        }

        var edits = SearchText.Distance(word.Plain, part.Plain);
        return edits > 0 && edits <= allowed ? edits : null;
    }

    /// <summary>Beside another part of the same name a word is close sooner than alone.</summary>
    public static bool IsCloseBesideTheOther(Word word, NamePart part)
    {
        // Either of them may be the one that lost a letter.
        var allowed = Math.Max(word.Plain.Length, part.Plain.Length) switch
        {
            < 3 => 0,
            < 5 => 1,
            _ => 2,
        };
        if (word.Plain.Length < 2 || part.Plain.Length < 2 || Edits(word, part, allowed) is not { } edits)
        {
            return false;
        }

        // Two letters are much for a short word, or for one that is a name of its own: Hans is not Hansen, nor Martinez Martin.
        return edits == 1 || (Math.Min(word.Plain.Length, part.Plain.Length) > 4 && !FamilyNames.IsCommon(word.Plain) && !FamilyNames.IsGiven(word.Plain));
    }

    /// <summary>A word alone has to be long and close, for most words that are like a name mean something else.</summary>
    /// <remarks>In capitals throughout, a short one is an abbreviation.</remarks>
    /// <param name="isWeak">Its capital says little, as at the start of a sentence.</param>
    public static bool IsCloseAlone(Word word, NamePart part, bool isWeak)
    {
        var length = part.Plain.Length;
        if (length < 5 || word.Plain.Length < (word.Is(WordTraits.AllCapitals) ? 7 : 4) || Edits(word, part, length < 6 ? 1 : 2) is not { } edits)
        {
            return false;
        }

        var sameStart = word.Plain[0] == part.Plain[0];
        if (edits == 2)
        {
            return sameStart && (IsAnagram(word.Plain, part.Plain) ? length >= (isWeak ? 7 : 6) : length >= 8 && !isWeak);
        }

        return isWeak ? length >= 7 : sameStart || length >= 8 || IsAnagram(word.Plain, part.Plain);
    }

    /// <summary>Where only a name can stand: behind a title, before an honorific.</summary>
    public static bool IsCloseWhereNamesStand(Word word, NamePart part) =>
        part.Plain.Length >= 4 && word.Plain[0] == part.Plain[0] && Edits(word, part, 1) is not null;

    /// <summary>Where a bio opens with its owner's name.</summary>
    public static bool IsCloseAtTheOpening(Word word, NamePart part) => part.Plain.Length >= 4 && Edits(word, part, 1) is not null;

    /// <summary>Letters in another order, as fingers swap them.</summary>
    private static bool IsAnagram(string left, string right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        Span<char> ordered = stackalloc char[left.Length];
        Span<char> other = stackalloc char[right.Length];
        left.CopyTo(ordered);
        right.CopyTo(other);
        ordered.Sort();
        other.Sort();
        return ordered.SequenceEqual(other);
    }
}
