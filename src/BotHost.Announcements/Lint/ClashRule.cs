using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds talks that run at the same time and have something in common: the series, the place or a person.</summary>
public sealed class ClashRule : ICatalogueRule
{
    private const string Name = "clash";

    private const string SamePlace = "place";

    /// <summary>Words that stand in the place's line and name no place.</summary>
    private static readonly HashSet<string> Nowhere = new(StringComparer.Ordinal) { "online", "zoom", "tba", "オンライン", "线上", "線上" };

    public ImmutableArray<LintRule> Rules { get; } =
        [new(Name, Severity.Warning, "Two talks overlap that share a series, a place or a person.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        var clashes = new Dictionary<(Talk Earlier, Talk Later), List<string>>();
        var groups = catalogue.Talks.Values
            .Where(talk => talk.Status is TalkStatus.Confirmed && talk.Start.Instant is not null)
            .SelectMany(talk => InCommon(catalogue, talk).Select(common => (Talk: talk, common.Key, common.Words)))
            .GroupBy(entry => entry.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var isPlace = group.Key.StartsWith(SamePlace, StringComparison.Ordinal);
            foreach (var (one, other) in Overlaps(group.Select(entry => entry.Talk)).Where(pair => !isPlace || !AreTwoHouses(pair.One.Place!, pair.Other.Place!)))
            {
                Note(clashes, one, other, group.First().Words);
            }
        }

        return clashes.Select(clash => Tell(clash.Key.Earlier, clash.Key.Later, clash.Value));
    }

    private static IEnumerable<(string Key, string Words)> InCommon(TalkCatalogue catalogue, Talk talk)
    {
        yield return ($"series {talk.Series}", "the same series");
        if (talk.Place is { } place && string.Join(' ', SearchText.Words(place.Name)) is { Length: > 0 } name && !Nowhere.Contains(name))
        {
            yield return ($"{SamePlace} {name}", "the same place");
        }

        foreach (var person in talk.People.Select(part => part.Person).Distinct())
        {
            yield return ($"person {person}", $"{catalogue.People[person].Name} in both");
        }
    }

    /// <summary>Each talk against the one before it that ends last: enough to name every talk that clashes, without comparing all with all.</summary>
    private static IEnumerable<(Talk One, Talk Other)> Overlaps(IEnumerable<Talk> talks)
    {
        Talk? last = null;
        foreach (var talk in talks.OrderBy(talk => talk.Start.Instant).ThenBy(talk => talk.Source))
        {
            if (last is not null && talk.Start.Instant < last.End)
            {
                yield return (last, talk);
            }

            last = last is null || last.End < talk.End ? talk : last;
        }
    }

    /// <summary>One name in two streets; an address may be missing on either side.</summary>
    private static bool AreTwoHouses(Place one, Place other) =>
        one.Address is { } here && other.Address is { } there && !SearchText.Words(here).SequenceEqual(SearchText.Words(there));

    private static void Note(Dictionary<(Talk Earlier, Talk Later), List<string>> clashes, Talk one, Talk other, string words)
    {
        var pair = one.Source.CompareTo(other.Source) <= 0 ? (one, other) : (other, one);
        if (!clashes.TryGetValue(pair, out var reasons))
        {
            clashes.Add(pair, reasons = []);
        }

        reasons.Add(words);
    }

    private static Finding Tell(Talk earlier, Talk later, List<string> reasons)
    {
        var where = earlier.Written.Where("start");
        return new Finding(
            Severity.Warning,
            later.Written.Where("start"),
            Name,
            $"the talk runs while '{earlier.Id}' does ({where.File}:{where.Line}), with {string.Join(", ", reasons)}",
            "move one of them, or make it shorter");
    }
}
