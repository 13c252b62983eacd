using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>One way to write a person's name in letters.</summary>
/// <param name="Parts">Its words, without initials and little words such as <c>van</c>.</param>
/// <param name="FamilyMayLead">Whether the family name is at home in front, as in Chinese.</param>
internal sealed record NameForm(Person Person, string Written, ImmutableArray<NamePart> Parts, bool FamilyMayLead)
{
    public static NameForm? Of(Person person, string written)
    {
        // Some write their names without capitals.
        var words = WordReader.Read(written)
            .Where(word => !word.Is(WordTraits.Initial | WordTraits.Particle))
            .Select(word => word with { Plain = SearchText.Fold(written.AsSpan(word.Start, word.Length)) })
            .ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var isEastern = FamilyNames.IsEastern(words[0].Plain) || (person.NativeName is { } native && EastAsianText.IsIn(native));
        var family = FamilyNames.IsEastern(words[0].Plain) ? 0 : words.Count - 1;
        var parts = words.Select((word, index) =>
            new NamePart(
                written.Substring(word.Start, word.Length),
                word.Plain,
                Accents.AlternatesOf(written.AsSpan(word.Start, word.Length)),
                index == family || (words.Count > 1 && FamilyNames.IsEastern(word.Plain))));
        return new NameForm(person, written, [.. parts], isEastern);
    }

    /// <summary>Whether any part is written so, as a whole or joined with the next one (<c>Min-ji</c>, <c>Minji</c>, <c>Min Ji</c>).</summary>
    public bool Has(string plain)
    {
        for (var index = 0; index < Parts.Length; index++)
        {
            if (Parts[index].Is(plain) || (index + 1 < Parts.Length && IsJoined(plain, Parts[index].Plain, Parts[index + 1].Plain)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJoined(string plain, string first, string second) =>
        plain.Length == first.Length + second.Length
            && plain.StartsWith(first, StringComparison.Ordinal) && plain.EndsWith(second, StringComparison.Ordinal);
}
