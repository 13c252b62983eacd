using System.Collections.Frozen;
using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Finds the family name of a listed person behind another given name.</summary>
/// <remarks>
/// A namesake is no mistake. So the family name has to be a rare one, or the words around it have to introduce somebody whom the
/// text does not name otherwise.
/// </remarks>
internal sealed class GivenNameCheck(NameIndex index, ImmutableArray<PersonNames> people, PersonNames? owner)
{
    private static readonly FrozenSet<string> Presenting = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "is", "was", "will", "has", "had", "joins", "speaks", "talks", "shares", "writes", "wrote", "tells", "explains", "presents", "takes",
        "reports", "asks", "discusses", "argues", "shows", "started", "began", "reads", "looks", "traces", "works", "lives", "studied");

    private static readonly FrozenSet<string> Introducing =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "with", "welcome", "welcomes", "guest", "speaker");

    /// <summary>The two words, in the order of the text, and whose name they miss.</summary>
    /// <param name="named">Whether a person is named rightly somewhere in the same texts.</param>
    public IEnumerable<(int First, int Last, Person Person)> Find(NameRun run, Func<Person, bool> named)
    {
        for (var at = 0; at < run.Count; at++)
        {
            foreach (var person in people)
            {
                if (FamilyAt(run, at, person) is not { } form || OtherBeside(run, at, person, form) is not { } other)
                {
                    continue;
                }

                if (IsMeantFor(run, at, other, form, named(person.Person)))
                {
                    yield return (run.Content[Math.Min(at, other)], run.Content[Math.Max(at, other)], person.Person);
                    yield break;
                }
            }
        }
    }

    private NameForm? FamilyAt(NameRun run, int at, PersonNames person)
    {
        foreach (var form in person.Forms)
        {
            foreach (var part in form.Parts)
            {
                // A bio opens with its owner, whatever part of the name is the family's.
                if (owner == person && form.Parts.Length > 1 && part.Is(run[at].Plain) && !run.IsCovered(at))
                {
                    return form;
                }

                // Somebody known by one name alone has the family's, if their bio or the introduction gives them another beside it.
                if (part.IsFamily && part.Is(run[at].Plain) && (form.Parts.Length == 1 ? form.Written == person.Person.Name : !run.IsCovered(at)))
                {
                    return form;
                }
            }
        }

        return null;
    }

    /// <summary>Before the family name, or behind it where family names may lead.</summary>
    private int? OtherBeside(NameRun run, int at, PersonNames person, NameForm form)
    {
        if (at > 0)
        {
            return IsOtherGiven(run, at - 1, at, person) ? at - 1 : null;
        }

        var mayLead = owner == person || form.FamilyMayLead || FamilyNames.IsEastern(run[at].Plain);
        return mayLead && run.Count > 1 && IsOtherGiven(run, 1, at, person) ? 1 : null;
    }

    private bool IsOtherGiven(NameRun run, int at, int family, PersonNames person)
    {
        var word = run[at];
        return !run.IsCovered(at)
            && word.Plain.Length > 1
            && word.Is(WordTraits.AllCapitals) == run[family].Is(WordTraits.AllCapitals)
            && !person.Has(word.Plain)
            && !index.HouseWords.Contains(word.Plain)
            && (word.Plain.Length < 6 || !word.Plain.EndsWith("ing", StringComparison.Ordinal));
    }

    private bool IsMeantFor(NameRun run, int family, int given, NameForm form, bool isNamed)
    {
        var start = Math.Min(run.Content[family], run.Content[given]);
        if (owner is not null)
        {
            return owner.Person == form.Person && run.Passage.Kind == PassageKind.Bio && IsOpening(run.Passage, start, isNamed);
        }

        var before = BeforeTitles(run.Passage, start);
        if (HasKinBefore(run.Passage, start))
        {
            return false;
        }

        var isIntroduced = before < start - 1 || (before >= 0 && Introducing.Contains(run.Passage.Written(run.Passage.Words[before]).ToString()));
        var isRare = run[family].Plain.Length >= 5 && !FamilyNames.IsCommon(run[family].Plain);
        if (form.Parts.Length == 1 || !isRare)
        {
            return isIntroduced && !isNamed && (isRare || form.Parts.Length > 1);
        }

        return isIntroduced || !run.Passage.IsWeak(start) || FamilyNames.IsGiven(run[given].Plain) || IsFollowedByDeed(run);
    }

    /// <summary>Titles may open a bio, too, and so may a sentence without a name. Once the owner is named, a later sentence opens with somebody else.</summary>
    private static bool IsOpening(Passage passage, int start, bool isNamed) =>
        start == 0 || (BeforeTitles(passage, start) < 0 && (passage.Words[start].Is(WordTraits.Joined) || !isNamed));

    /// <summary>The word before the professions and titles that lead to a name.</summary>
    private static int BeforeTitles(Passage passage, int start)
    {
        var at = start;
        while (at > 0 && passage.Words[at].Is(WordTraits.Joined) && IsTitleOrGlue(passage, at - 1, at == start))
        {
            at--;
        }

        return at > 0 && passage.Words[at].Is(WordTraits.Joined) ? at - 1 : at == start ? -1 : at - 1;
    }

    private static bool IsTitleOrGlue(Passage passage, int at, bool isNext) =>
        passage.Words[at].Is(WordTraits.Title) || (!isNext && passage.Written(passage.Words[at]) is "and" or "the" or "our");

    private static bool HasKinBefore(Passage passage, int start)
    {
        for (var at = Math.Max(0, start - 3); at < start; at++)
        {
            if (Vocabulary.IsKin(passage.Written(passage.Words[at])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFollowedByDeed(NameRun run)
    {
        var next = run.Content[^1] + 1;
        return next < run.Passage.Words.Length && run.Passage.Words[next].Is(WordTraits.Joined)
            && Presenting.Contains(run.Passage.Written(run.Passage.Words[next]).ToString());
    }
}
