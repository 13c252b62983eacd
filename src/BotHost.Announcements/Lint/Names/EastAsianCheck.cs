using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Names in Han characters and kana: nothing parts words there, so whole names are compared, and what follows them.</summary>
internal static partial class EastAsianCheck
{
    public static IEnumerable<Finding> Check(Passage passage, ImmutableArray<PersonNames> people, NameIndex index, bool isTalk)
    {
        if (!passage.IsEastAsian)
        {
            return [];
        }

        var text = new EastAsianText(passage.Text);
        var taken = new bool[text.Letters.Length];
        foreach (var known in index.EastAsian)
        {
            Take(text.Letters, known, taken);
        }

        return [.. Misspelt(passage, text, people, taken), .. OtherGiven(passage, people, taken, index), .. isTalk ? Introduced(passage, people) : []];
    }

    private static IEnumerable<Finding> Misspelt(Passage passage, EastAsianText text, ImmutableArray<PersonNames> people, bool[] taken)
    {
        foreach (var person in people)
        {
            foreach (var name in person.EastAsian)
            {
                for (var start = 0; start < text.Letters.Length; start++)
                {
                    if (LengthOfLike(text, name.Letters, start, taken) is not { } length)
                    {
                        continue;
                    }

                    taken.AsSpan(start, length).Fill(true);
                    yield return NameFindings.Spelling(passage.At(text.PlaceOf(start)), text.Written(start, length), name.Written, person.Person);
                }
            }
        }
    }

    /// <summary>How long the word at this place is that is the name but for one letter; null where there is none.</summary>
    private static int? LengthOfLike(EastAsianText text, string name, int start, bool[] taken)
    {
        if (name.Length < 3 || text.Letters[start] != name[0] && (name.Length == 3 || !text.IsFreeBefore(start)))
        {
            return null;
        }

        foreach (var length in (ReadOnlySpan<int>)[name.Length, name.Length - 1, name.Length + 1])
        {
            if (length < 3 || start + length > text.Letters.Length || taken.AsSpan(start, length).Contains(true))
            {
                continue;
            }

            var written = text.Letters.AsSpan(start, length);
            if (SearchText.Distance(written, name) == 1 && IsName(written, name) && (written[^1] == name[^1] || text.IsFreeBehind(start + length - 1)))
            {
                return length;
            }
        }

        return null;
    }

    /// <summary>Whether the letter that differs could stand in a name.</summary>
    private static bool IsName(ReadOnlySpan<char> written, string name)
    {
        if (written.Length > name.Length && (written[0] != name[0] || written[^1] != name[^1]))
        {
            return false;
        }

        for (var index = 0; index < written.Length; index++)
        {
            var letter = written[index];
            if (!EastAsianText.IsLetter(letter))
            {
                return false;
            }

            if (name.Contains(letter, StringComparison.Ordinal))
            {
                continue;
            }

            var isHan = EastAsianText.IsHan(name[Math.Min(index, name.Length - 1)]);
            if (!EastAsianNames.MayStandInNames(letter) || EastAsianText.IsHan(letter) != isHan)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Finding> OtherGiven(Passage passage, ImmutableArray<PersonNames> people, bool[] taken, NameIndex index)
    {
        foreach (var person in people)
        {
            var name = person.EastAsian.FirstOrDefault(name => name.Family is not null);
            if (name?.Family is not { } family)
            {
                continue;
            }

            for (var at = passage.Text.IndexOf(family, StringComparison.Ordinal); at >= 0; at = passage.Text.IndexOf(family, at + 1, StringComparison.Ordinal))
            {
                var match = GivenAndHonorific.Match(passage.Text, at + family.Length);
                var isFree = at == 0 || !EastAsianText.IsHan(passage.Text[at - 1]);
                if (!isFree || !match.Success || match.Index != at + family.Length)
                {
                    continue;
                }

                var given = match.Groups["given"].Value;
                if (!EastAsianNames.IsRole(given) && !index.EastAsian.Contains(family + given) && SearchText.Distance(family + given, name.Letters) > 1)
                {
                    yield return NameFindings.OtherGiven(passage.At(at), passage.Text[at..(match.Groups["given"].Index + given.Length)], name.Written);
                }
            }
        }
    }

    private static IEnumerable<Finding> Introduced(Passage passage, ImmutableArray<PersonNames> people)
    {
        foreach (Match match in Introduction.Matches(passage.Text))
        {
            var name = match.Groups["name"];
            var letters = string.Concat(name.Value.Where(letter => !EastAsianText.IsSeparator(letter)));
            if (EastAsianNames.IsRole(letters) || people.SelectMany(person => person.EastAsian).Any(known => IsAbout(letters, known)))
            {
                continue;
            }

            yield return NameFindings.Unlisted(passage.At(name.Index), name.Value);
        }
    }

    private static bool IsAbout(string letters, EastAsianName known) =>
        known.Letters.Contains(letters, StringComparison.Ordinal)
            || (known.Family is { } family && letters.StartsWith(family, StringComparison.Ordinal))
            || SearchText.Distance(letters, known.Letters) < 2;

    private static void Take(string letters, string known, bool[] taken)
    {
        for (var at = letters.IndexOf(known, StringComparison.Ordinal); at >= 0; at = letters.IndexOf(known, at + 1, StringComparison.Ordinal))
        {
            taken.AsSpan(at, known.Length).Fill(true);
        }
    }

    /// <summary>Behind a family name: a given name, and what is said behind names.</summary>
    [GeneratedRegex(@"\G[ \u3000]?(?<given>[\u4E00-\u9FFF]{1,3}?|[\u3041-\u3096]{2,5}?|[\u30A1-\u30FA\u30FC]{2,6}?)[ \u3000]?(?:氏|さん|さま|様|先生|老师|老師|教授|女士)")]
    private static partial Regex GivenAndHonorific { get; }

    /// <summary>Who takes part: behind such a word, and with the honorific that only people have.</summary>
    [GeneratedRegex(@"(?:ゲスト|聞き手|講師|司会|登壇者|話し手|進行役|嘉宾|嘉賓|主讲人?|主講人?|主持人?|对谈人|對談人)(?:は|には|に|の|为|為|是)?[:：、,，]?[ \u3000]?(?:[\u4E00-\u9FFF]{2,6}の)?(?<name>[\u4E00-\u9FFF]{1,4}(?:[ \u3000]?[\u4E00-\u9FFF\u3041-\u3096\u30A1-\u30FA\u30FC]{1,5}?)?|[\u30A1-\u30FA\u30FC]{2,8}(?:・[\u30A1-\u30FA\u30FC]{2,8})*)(?:氏|さん|様|先生|老师|老師|教授|女士)")]
    private static partial Regex Introduction { get; }
}
