using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Finds those who are introduced as taking part, but are nobody's entry in the talk.</summary>
/// <remarks>
/// Summaries are full of people who only are talked about: authors, rulers, the dead. So the words must say that somebody takes
/// part in this evening, in as many words.
/// </remarks>
internal sealed partial class IntroductionCheck(NameIndex index, ImmutableArray<PersonNames> people)
{
    private static readonly FrozenSet<string> Institutions = FrozenSet.Create(
        StringComparer.Ordinal,
        "institute", "institut", "university", "college", "school", "academy", "museum", "gallery", "library", "society", "association",
        "foundation", "club", "house", "centre", "center", "theatre", "theater", "hall", "cafe", "press", "books", "bookshop", "magazine",
        "journal", "times", "post", "news", "radio", "media", "project", "collective", "group", "network", "council", "committee", "office",
        "department", "company", "studio", "orchestra", "quartet", "trio", "band", "ensemble", "festival", "union", "church", "bank",
        "family", "brothers", "sisters", "street", "road", "square", "park");

    private static readonly FrozenSet<string> LeadingIn = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "with", "by", "to", "welcome", "welcomes", "guest", "guests", "speakers", "hosts", "moderators", "interviewers", "chairs", "is", "are",
        "the", "our", "special", "and", "critic", "chef", "poet");

    public IEnumerable<(int First, int Last)> Find(NameRun run)
    {
        if (run.Count is < 2 or > 4)
        {
            yield break;
        }

        for (var at = 0; at < run.Count; at++)
        {
            if (Institutions.Contains(run[at].Plain) || index.HouseWords.Contains(run[at].Plain) || IsListedPart(run[at].Plain))
            {
                yield break;
            }
        }

        if (run[0].Is(WordTraits.AllCapitals) != run[1].Is(WordTraits.AllCapitals))
        {
            yield break;
        }

        var first = run.Content[0];
        if (IsCalledIn(run.Passage, first) || StandsAsGuest(run))
        {
            yield return (first, run.Content[^1]);
        }
    }

    private bool IsListedPart(string plain)
    {
        foreach (var person in people)
        {
            if (person.Has(plain))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCalledIn(Passage passage, int first)
    {
        if (first == 0 || !MayLeadIn(passage, passage.Words[first - 1]))
        {
            return false;
        }

        var before = passage.Text.AsSpan(0, passage.Words[first].Start);
        var near = before[Math.Max(0, before.Length - 120)..];
        return Welcome.IsMatch(near) || (passage.Kind == PassageKind.Title && Billing.IsMatch(near));
    }

    /// <summary>Spares most runs the closer look.</summary>
    private static bool MayLeadIn(Passage passage, Word before) =>
        before.Is(WordTraits.Title) || LeadingIn.GetAlternateLookup<ReadOnlySpan<char>>().Contains(passage.Written(before))
            || passage.Written(before) is [.., 'i', 's', 't'] or [.., 'e', 'r'] or [.., 'o', 'r'] or [.., 'i', 'a', 'n'] or [.., 'a', 'n', 't'] or [.., 'a', 'r'];

    /// <summary>X, author of Y, will share; the journalist X joins.</summary>
    private static bool StandsAsGuest(NameRun run)
    {
        var words = run.Passage.Words;
        var first = run.Content[0];
        var behind = run.Passage.Text.AsSpan(words[run.Content[^1]].End);
        var near = behind[..Math.Min(200, behind.Length)];
        var isPresented = first > 0 && words[first].Is(WordTraits.Joined) && words[first - 1].Is(WordTraits.Title);
        return run.Passage.Kind == PassageKind.Summary && (PresentedDeed.IsMatch(near) || (isPresented && Deed.IsMatch(near)));
    }

    /// <summary>Who is welcomed, joins, or leads the evening, with whatever titles stand between.</summary>
    [GeneratedRegex(
        """
        (?:\b[Ww]e[ ]welcomes? | \b(?:is|are|be)[ ](?:joined|hosted|moderated|chaired|interviewed|introduced)[ ]by | \b(?:is|are|be)[ ]in[ ]conversation[ ]with
        | (?:^|[.!?:\n][ ]*)(?:Hosted|Moderated|Chaired|Interviewed|Introduced[ ]and[ ]moderated)[ ]by | (?:^|[.!?:\n][ ]*)In[ ]conversation[ ]with
        | \b[Oo]ur[ ](?:guests?|speakers?|host|moderator)(?:[ ](?:is|are))? | (?:^|[.!?\n][ ]*)(?:Guest|Speaker|Host|Moderator|Interviewer|Chair)s?:
        | \bwill[ ](?:talk|speak)[ ](?:to|with) )
        (?:\s+(?:the|our|special|guest|and|[a-z]+(?:ist|er|or|ian|ant|ar|her)|poet|chef|critic|[A-Z][a-z]{0,2}\.|Professor|Mr|Mrs|Ms|Dr|Prof))*\s+$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Welcome { get; }

    /// <summary>The same in titles and subtitles, which say it in fewer words.</summary>
    [GeneratedRegex(
        """
        (?:\b(?:interview|conversation|talk|discussion|dialogue|Q&A)[ ]with | ^with | \b(?:hosted|moderated|chaired|interviewed)[ ]by | \b(?:talk|lecture|reading)[ ]by )
        (?:\s+(?:the|our|special|guest|and|[a-z]+(?:ist|er|or|ian|ant|ar|her)|poet|chef|critic|Professor|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?))*\s+$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Billing { get; }

    [GeneratedRegex(@"^,\s+(?:the\s+)?(?:author|editor|director|translator|curator)\s+of\s[^.!?]*?,\s+(?:will|joins|shares|talks|speaks)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PresentedDeed { get; }

    [GeneratedRegex(@"^,?\s+(?:will\s+(?:share|talk|speak|present|join|discuss|read|show|tell|introduce|answer)|joins\s+us)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Deed { get; }
}
