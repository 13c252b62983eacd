namespace BotHost.Announcements.Talks;

/// <summary>Guesses which word somebody meant who wrote one that is not there.</summary>
public static class NearestWord
{
    /// <summary>The candidate with the fewest changed letters; null where none is near enough to be meant.</summary>
    public static string? Of(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Word: candidate, Distance: SearchText.Distance(SearchText.Fold(word), SearchText.Fold(candidate))))
        .Where(entry => entry.Distance <= Math.Max(1, word.Length / 3))
        .OrderBy(entry => entry.Distance)
        .ThenBy(entry => entry.Word, StringComparer.Ordinal)
        .FirstOrDefault().Word;
}
