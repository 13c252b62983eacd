using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Finds the words that are meant for a name and miss it by a letter or two.</summary>
/// <param name="people">Those whose names are looked for.</param>
/// <param name="others">Those whose names are looked for only beside another part of the same name.</param>
/// <param name="owner">Whose bio the passage is, if it is one.</param>
internal sealed class SpellingCheck(NameIndex index, ImmutableArray<PersonNames> people, ISet<Person> others, PersonNames? owner)
{
    /// <summary>The words of a run that are misspelt, and what each is meant for.</summary>
    public IEnumerable<(int Word, NamePart Part, Person Person)> Find(NameRun run)
    {
        for (var at = 0; at < run.Count; at++)
        {
            if (run.IsCovered(at))
            {
                continue;
            }

            if ((BesideTheOther(run, at) ?? BothMissed(run, at) ?? Alone(run, at)) is { } found)
            {
                yield return (run.Content[at], found.Part, found.Person);
            }
        }
    }

    /// <summary>Takehiro Masumoto: one part is right, and the other nearly.</summary>
    private (NamePart Part, Person Person)? BesideTheOther(NameRun run, int at)
    {
        for (var neighbour = at - 1; neighbour <= at + 1; neighbour += 2)
        {
            if (neighbour < 0 || neighbour >= run.Count || run.IsCovered(neighbour))
            {
                continue;
            }

            foreach (var form in index.FormsWith(run[neighbour].Plain))
            {
                if (form.Parts.Length > 1 && others.Contains(form.Person) && !PersonNames.Of(form.Person).Has(run[at].Plain)
                    && MissedPart(form, run[neighbour].Plain, run[at]) is { } part)
                {
                    return (part, form.Person);
                }
            }
        }

        return null;
    }

    private static NamePart? MissedPart(NameForm form, string right, Word word)
    {
        foreach (var part in form.Parts)
        {
            if (!part.Is(right) && Likeness.IsCloseBesideTheOther(word, part))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>Takehrio Masumoto: both parts are nearly right.</summary>
    private (NamePart Part, Person Person)? BothMissed(NameRun run, int at)
    {
        if (run.Count < 2 || index.Knows(run[at].Plain))
        {
            return null;
        }

        foreach (var person in people)
        {
            foreach (var form in person.Forms)
            {
                for (var part = 0; form.Parts.Length > 1 && part < form.Parts.Length; part++)
                {
                    if (IsNearly(run[at], form.Parts[part]) && NeighbourIsNearlyAnother(run, at, form, part))
                    {
                        return (form.Parts[part], person.Person);
                    }
                }
            }
        }

        return null;
    }

    private static bool NeighbourIsNearlyAnother(NameRun run, int at, NameForm form, int part)
    {
        for (var neighbour = at - 1; neighbour <= at + 1; neighbour += 2)
        {
            if (neighbour < 0 || neighbour >= run.Count || run.IsCovered(neighbour))
            {
                continue;
            }

            for (var other = 0; other < form.Parts.Length; other++)
            {
                if (other != part && IsNearly(run[neighbour], form.Parts[other]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsNearly(Word word, NamePart part) =>
        part.Plain.Length > 3 && Likeness.Edits(word, part, part.Plain.Length < 7 ? 1 : 2) is not null;

    /// <summary>Masumoto: a word by itself, which nothing but its likeness betrays.</summary>
    private (NamePart Part, Person Person)? Alone(NameRun run, int at)
    {
        var word = run[at];
        if (run.Count > 1 || index.Knows(word.Plain))
        {
            return null;
        }

        var place = run.Content[at];
        var standsWhereNamesStand = word.Is(WordTraits.Honoured) || IsBehindTitle(run.Passage, place);
        var opens = owner is not null && run.Passage.Kind == PassageKind.Bio && place == 0;
        var isWeak = run.Passage.IsWeak(place);
        foreach (var person in people)
        {
            foreach (var form in person.Forms)
            {
                foreach (var part in form.Parts)
                {
                    var isLike = Likeness.IsCloseAlone(word, part, isWeak) || (standsWhereNamesStand && Likeness.IsCloseWhereNamesStand(word, part));
                    if ((isLike && !IsSomebodyElses(word)) || (opens && person == owner && Likeness.IsCloseAtTheOpening(word, part)))
                    {
                        return (part, person.Person);
                    }
                }
            }
        }

        return null;
    }

    private static bool IsSomebodyElses(Word word) => FamilyNames.IsCommon(word.Plain) || FamilyNames.IsGiven(word.Plain);

    private static bool IsBehindTitle(Passage passage, int place) =>
        place > 0 && passage.Words[place].Is(WordTraits.Joined) && passage.Words[place - 1].Is(WordTraits.Title) && passage.Words[place - 1].Is(WordTraits.Capital);
}
