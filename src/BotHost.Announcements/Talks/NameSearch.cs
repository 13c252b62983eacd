using System.Collections.Immutable;

namespace BotHost.Announcements.Talks;

/// <summary>Finds things by what people call them. Equal matches keep the order in which they were given.</summary>
internal static class NameSearch
{
    public static SearchResult<T> Find<T>(string query, IEnumerable<T> items, Func<T, SearchEntry> entryOf)
    {
        var typed = Cut(query);
        var words = SearchText.Words(typed);
        if (words.IsEmpty)
        {
            return new SearchResult<T>([], []);
        }

        var matches = items
            .Select(item => (Item: item, Tier: TierOf(typed, words, entryOf(item))))
            .Where(match => match.Tier != MatchTier.None)
            .OrderBy(match => match.Tier)
            .ToList();
        return new SearchResult<T>(
            [.. matches.Where(match => match.Tier == matches[0].Tier).Select(match => match.Item)],
            [.. matches.Select(match => match.Item)]);
    }

    /// <summary>What comes closest where nothing matches; empty where nothing is even similar.</summary>
    public static ImmutableArray<T> Nearest<T>(string query, IEnumerable<T> items, Func<T, SearchEntry> entryOf, int count)
    {
        var words = SearchText.Words(Cut(query));
        if (words.IsEmpty)
        {
            return [];
        }

        return
        [
            .. items
                .Select(item => (Item: item, Score: words.Average(word => LikenessOf(word, WordsOf(entryOf(item))))))
                .Where(item => item.Score >= 0.3)
                .OrderByDescending(item => item.Score)
                .Take(count)
                .Select(item => item.Item),
        ];
    }

    private static MatchTier TierOf(string typed, ImmutableArray<string> words, SearchEntry entry)
    {
        if (entry.Id.Equals(typed, StringComparison.OrdinalIgnoreCase))
        {
            return MatchTier.Id;
        }

        var phrase = string.Join(' ', words);
        if (entry.Keys.Any(key => Phrase(key) == phrase))
        {
            return MatchTier.Key;
        }

        var names = entry.Names.Select(Phrase).ToList();
        if (names.Contains(phrase))
        {
            return MatchTier.WholeName;
        }

        if (names.Concat(entry.Keys.Select(Phrase)).Append(Phrase(entry.Id)).Any(name => name.StartsWith(phrase, StringComparison.Ordinal)))
        {
            return MatchTier.StartOfName;
        }

        var known = WordsOf(entry);
        if (words.All(known.Contains))
        {
            return MatchTier.Words;
        }

        if (words.All(word => known.Any(candidate => candidate.StartsWith(word, StringComparison.Ordinal))))
        {
            return MatchTier.StartsOfWords;
        }

        // Scripts without spaces have no words to start with: there, a part of the name is what people type.
        if (phrase.Length > 1 && names.Any(name => name.Contains(phrase, StringComparison.Ordinal)))
        {
            return MatchTier.PartOfName;
        }

        return words.All(word => known.Any(candidate => IsTypoOf(word, candidate))) ? MatchTier.Typos : MatchTier.None;
    }

    private static bool IsTypoOf(string word, string candidate)
    {
        var allowed = word.Length switch
        {
            < 4 => 0,
            < 8 => 1,
            _ => 2,
        };

        // A number with another digit is another number.
        return word == candidate
            || (!word.Any(char.IsDigit) && Math.Abs(word.Length - candidate.Length) <= allowed && SearchText.Distance(word, candidate) <= allowed);
    }

    private static double LikenessOf(string word, HashSet<string> known)
    {
        var best = known.Count == 0
            ? 0
            : known.Max(candidate => 1 - ((double)SearchText.Distance(word, candidate) / Math.Max(word.Length, candidate.Length)));
        return best < 0.5 ? 0 : best;
    }

    private static HashSet<string> WordsOf(SearchEntry entry) => [.. entry.Names.Concat(entry.Keys).SelectMany(name => SearchText.Words(name))];

    private static string Phrase(string text) => string.Join(' ', SearchText.Words(text));

    private static string Cut(string query)
    {
        var trimmed = query.Trim();
        return trimmed.Length <= SearchText.MaxLength ? trimmed : trimmed[..SearchText.MaxLength];
    }
}
