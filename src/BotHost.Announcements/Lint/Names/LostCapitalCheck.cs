using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Finds the names whose first letter is lost, and the capital with it, such as <c>asutomo</c>.</summary>
/// <remarks>Small words never count by themselves: only where nothing but this name can stand.</remarks>
/// <param name="people">Those whose names are looked for.</param>
/// <param name="owner">Whose bio the passage is, if it is one.</param>
internal sealed class LostCapitalCheck(NameIndex index, ISet<Person> people, PersonNames? owner)
{
    /// <summary>Directly before or behind the other part of the same name.</summary>
    public IEnumerable<(int Word, NamePart Part, Person Person)> Find(NameRun run)
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
            if (form.Parts.Length > 1 && people.Contains(form.Person) && HeadlessPart(form, run.Passage.Written(word)) is { } part)
            {
                return (part, form.Person);
            }
        }

        return null;
    }

    /// <summary>The same at the start of a sentence in the owner's bio, where the name often stands alone.</summary>
    public IEnumerable<(int Word, NamePart Part, Person Person)> FindOpenings(Passage passage)
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
