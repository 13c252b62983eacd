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

        foreach (var (word, part, person) in Beheaded(run))
        {
            yield return (word, part, person);
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

    /// <summary>asutomo: the first letter is lost, and the capital with it; certain only beside the other part, or where the owner's bio has a sentence begin.</summary>
    private IEnumerable<(int Word, NamePart Part, Person Person)> Beheaded(NameRun run)
    {
        var words = run.Passage.Words;
        var first = run.Content[0];
        var last = run.Content[^1];
        if (first > 0 && words[first].Is(WordTraits.Joined) && Headless(run, 0, first - 1) is { } before)
        {
            yield return (first - 1, before.Part, before.Person);
        }

        if (last + 1 < words.Length && words[last + 1].Is(WordTraits.Joined) && Headless(run, run.Count - 1, last + 1) is { } behind)
        {
            yield return (last + 1, behind.Part, behind.Person);
        }
    }

    private (NamePart Part, Person Person)? Headless(NameRun run, int at, int place)
    {
        var word = run.Passage.Words[place];
        if (run.IsCovered(at) || word.Length < 3 || word.Is(WordTraits.Capital | WordTraits.Ordinary | WordTraits.Title | WordTraits.Particle))
        {
            return null;
        }

        foreach (var form in index.FormsWith(run[at].Plain))
        {
            if (form.Parts.Length > 1 && others.Contains(form.Person) && HeadlessPart(form, run.Passage.Written(word)) is { } part)
            {
                return (part, form.Person);
            }
        }

        return null;
    }

    /// <summary>The same at the start of a sentence in the owner's bio, where the name often stands alone.</summary>
    public IEnumerable<(int Word, NamePart Part, Person Person)> FindHeadlessOpenings(Passage passage)
    {
        if (owner is null || passage.Kind != PassageKind.Bio)
        {
            yield break;
        }

        for (var place = 0; place < passage.Words.Length; place++)
        {
            var word = passage.Words[place];
            if (word.Is(WordTraits.Capital) || !word.Is(WordTraits.SentenceStart) || word.Length < 4)
            {
                continue;
            }

            foreach (var form in owner.Forms)
            {
                if (HeadlessPart(form, passage.Written(word)) is { } part)
                {
                    yield return (place, part, owner.Person);
                    break;
                }
            }
        }
    }

    private static NamePart? HeadlessPart(NameForm form, ReadOnlySpan<char> written)
    {
        foreach (var part in form.Parts)
        {
            if (part.Plain.Length == written.Length + 1 && part.Plain.AsSpan(1).SequenceEqual(written))
            {
                return part;
            }
        }

        return null;
    }
}
