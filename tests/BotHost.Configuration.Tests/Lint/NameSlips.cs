namespace BotHost.Configuration.Tests.Lint;

/// <summary>Makes the slips that hands make in names, one for each call, from a seed.</summary>
/// <remarks>
/// Only where another occurrence can give a slip away: a name that stands once in an announcement, as Tomasz Wilk, Anna Keller
/// and 森田 さとし do, may be written however one likes. For the same reason a given name is dropped from a person's entry only
/// ("an interview with Masutomo" is right), and names are not turned around (either order is right).
/// </remarks>
internal sealed class NameSlips(int seed)
{
    private static readonly string[] OtherGivenNames = ["Yudai", "Kenta", "Maria", "Wei", "Olga", "Beatriz", "Haruto", "Ming", "Jonas", "Sumiko"];

    private readonly Random _random = new(seed);

    public NameSlip Next(NamedAnnouncement announcement)
    {
        while (true)
        {
            var slip = _random.Next(10) < 7 ? LetterSlip(announcement) : GivenNameSlip(announcement);
            if (slip is not null)
            {
                return slip;
            }
        }
    }

    private NameSlip? LetterSlip(NamedAnnouncement announcement)
    {
        var words = announcement.People
            .SelectMany(person => RealAnnouncements.TextOf(announcement, $"{person}/name").Split(' '))
            .Select(word => (Word: word, Places: PlacesOf(announcement, word)))
            .Where(word => word.Places.Count > 1)
            .ToList();
        var (chosen, places) = Any(words);
        var (path, index) = Any(places);
        var slipped = Slip(chosen);
        return slipped == chosen ? null : Replace(announcement, path, index, chosen, slipped);
    }

    private NameSlip? GivenNameSlip(NamedAnnouncement announcement)
    {
        var names = announcement.People
            .Select(person => RealAnnouncements.TextOf(announcement, $"{person}/name"))
            .Select(name => (Name: name, Places: PlacesOf(announcement, name)))
            .Where(name => name.Places.Count > 1)
            .ToList();
        var (chosen, places) = Any(names);
        var (path, index) = Any(places);
        var parts = chosen.Split(' ');
        var (given, family) = chosen == "Chang Che" ? (1, 0) : (0, 1);
        if (path.EndsWith("/name", StringComparison.Ordinal) && _random.Next(3) == 0)
        {
            return Replace(announcement, path, index, chosen, parts[family]);
        }

        var companions = announcement.People.Select(person => RealAnnouncements.TextOf(announcement, $"{person}/name").Split(' '));
        var others = OtherGivenNames.Concat(companions.Where(other => !other.Contains(parts[family])).Select(other => other[other[0] == "Chang" ? 1 : 0]));
        parts[given] = Any([.. others]);
        return Replace(announcement, path, index, chosen, string.Join(' ', parts));
    }

    private string Slip(string word)
    {
        var at = _random.Next(word.Length);
        var letter = (char)('a' + _random.Next(26));
        return _random.Next(4) switch
        {
            0 when at + 1 < word.Length => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            0 => word,
            1 => word.Remove(at, 1),
            2 => word.Insert(at, word[at].ToString()),
            _ => word.Remove(at, 1).Insert(at, (char.IsUpper(word[at]) ? char.ToUpperInvariant(letter) : letter).ToString()),
        };
    }

    private static NameSlip Replace(NamedAnnouncement announcement, string path, int index, string old, string slipped)
    {
        var text = RealAnnouncements.TextOf(announcement, path);
        var changed = text.Remove(index, old.Length).Insert(index, slipped);
        return new NameSlip(announcement.With(path, changed), path, index, old, slipped);
    }

    private static List<(string Path, int Index)> PlacesOf(NamedAnnouncement announcement, string name)
    {
        var places = new List<(string, int)>();
        foreach (var (path, text) in announcement.Texts)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
                {
                    places.Add((path, at));
                }
            }
        }

        return places;
    }

    private T Any<T>(List<T> items) => items[_random.Next(items.Count)];
}
