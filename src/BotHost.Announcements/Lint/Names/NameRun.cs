using System.Collections.Immutable;
using System.Numerics;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Words with capitals that stand side by side, as the parts of a name do.</summary>
/// <param name="Content">The words, as indices into the passage; initials and little words are left out.</param>
/// <param name="Words">The same words, each with its umlauts spelled as the lists spell them.</param>
/// <param name="Covered">One bit for each word that belongs to somebody's whole name, or to what they are called.</param>
internal sealed record NameRun(Passage Passage, ImmutableArray<int> Content, ImmutableArray<Word> Words, ulong Covered)
{
    private const int Longest = 60;

    public int Count => Content.Length;

    public Word this[int index] => Words[index];

    public bool IsCovered(int index) => (Covered & (1ul << index)) != 0;

    public static IEnumerable<NameRun> Read(Passage passage, NameIndex index)
    {
        var content = new List<int>();
        for (var at = 0; at < passage.Words.Length; at++)
        {
            var word = passage.Words[at];
            var goesOn = word.Is(WordTraits.Joined) && content.Count < Longest;
            if (content.Count > 0 && !goesOn)
            {
                yield return Of(passage, content, index);
                content.Clear();
            }

            if (IsNamePart(word, index))
            {
                content.Add(at);
            }
            else if (content.Count > 0 && !IsWithinNames(word))
            {
                yield return Of(passage, content, index);
                content.Clear();
            }
        }

        if (content.Count > 0)
        {
            yield return Of(passage, content, index);
        }
    }

    private static bool IsNamePart(Word word, NameIndex index) =>
        word.Is(WordTraits.Capital) && !word.Is(WordTraits.Initial)
            && (!word.Is(WordTraits.Ordinary | WordTraits.Title | WordTraits.Particle) || index.Knows(word.Plain));

    private static bool IsWithinNames(Word word) => word.Is(WordTraits.Particle) || (word.Is(WordTraits.Initial) && word.Is(WordTraits.Capital));

    private static NameRun Of(Passage passage, List<int> content, NameIndex index)
    {
        var run = new NameRun(passage, [.. content], [.. content.Select(at => AsListed(passage, passage.Words[at], index))], 0);
        var covered = 0ul;
        for (var at = 0; at < run.Count; at++)
        {
            foreach (var form in index.FormsWith(run[at].Plain))
            {
                covered |= run.CoveredBy(form);
            }
        }

        return run with { Covered = covered };
    }

    /// <summary>Müller is meant where the lists know a Mueller and nobody whose plain name is Muller.</summary>
    private static Word AsListed(Passage passage, Word word, NameIndex index)
    {
        if (index.Knows(word.Plain))
        {
            return word;
        }

        foreach (var plain in Accents.AlternatesOf(passage.Written(word)))
        {
            if (index.Knows(plain))
            {
                return word with { Plain = plain, Letters = Likeness.LettersOf(plain) };
            }
        }

        return word;
    }

    private ulong CoveredBy(NameForm form)
    {
        var words = 0ul;
        var parts = 0ul;
        var hasFamily = false;
        for (var part = 0; part < form.Parts.Length; part++)
        {
            for (var at = 0; at < Count; at++)
            {
                var written = WordsOf(form, part, at);
                if (written == 0)
                {
                    continue;
                }

                words |= written;
                parts |= 1ul << part;
                hasFamily |= form.Parts[part].IsFamily;
            }
        }

        var enough = BitOperations.PopCount(parts) >= Math.Min(2, form.Parts.Length) && (hasFamily || BitOperations.PopCount(parts) == form.Parts.Length);
        return enough ? words | Between(words, form, parts) : 0;
    }

    /// <summary>The words that write a part: one, or two that it joins, or one that joins it with its neighbour.</summary>
    private ulong WordsOf(NameForm form, int part, int at)
    {
        var plain = this[at].Plain;
        if (form.Parts[part].Is(plain))
        {
            return 1ul << at;
        }

        if (at + 1 < Count && form.Parts[part].Plain == plain + this[at + 1].Plain)
        {
            return 3ul << at;
        }

        var joinsNext = part + 1 < form.Parts.Length && plain == form.Parts[part].Plain + form.Parts[part + 1].Plain;
        var joinsBefore = part > 0 && plain == form.Parts[part - 1].Plain + form.Parts[part].Plain;
        return joinsNext || joinsBefore ? 1ul << at : 0;
    }

    /// <summary>Middle names, unless one is meant for a part that is missing.</summary>
    private ulong Between(ulong words, NameForm form, ulong parts)
    {
        var between = 0ul;
        for (var at = BitOperations.TrailingZeroCount(words); at < 64 - BitOperations.LeadingZeroCount(words); at++)
        {
            var word = this[at];
            var isMeant = false;
            for (var part = 0; part < form.Parts.Length; part++)
            {
                isMeant |= (parts & (1ul << part)) == 0 && Likeness.IsCloseBesideTheOther(word, form.Parts[part]);
            }

            between |= isMeant ? 0 : 1ul << at;
        }

        return between;
    }
}
