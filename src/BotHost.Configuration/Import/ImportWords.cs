using System.Collections.Immutable;
using BotHost.Configuration.Import.Planning;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import;

/// <summary>Tells what an import found, what it did not, and what an organiser should look at.</summary>
internal static class ImportWords
{
    public static ImmutableArray<string> Of(PlannedTalk talk, PlannedSeries series, PeopleChoice people, string communityZone, IEnumerable<string> doubts) =>
    [
        $"Found: {string.Join(", ", Found(talk, series, people))}.",
        .. Missing(talk).ToList() is { Count: > 0 } missing ? ImmutableArray.Create($"Not found: {string.Join("; ", missing)}.") : [],
        .. series.IsNew ? ImmutableArray.Create($"The series \"{series.Name}\" is new: its id is {series.Id}{(series.Campaign is { } campaign ? $", its campaign {campaign}" : ", and it has no campaign yet")}.") : [],
        .. talk.IsLanguageGuessed ? ImmutableArray.Create($"By its letters and words the text is in another language than the community's first: wrote `language: {talk.Language}`.") : [],
        .. talk.IsZoneUnsaid ? ImmutableArray.Create($"The text names no zone: {series.ZoneId ?? communityZone} counts, {(series.ZoneId is null ? "the community's" : "the series'")}.") : [],
        .. doubts.Select(doubt => $"Look at this: {doubt}."),
        .. talk.Remaining.IsEmpty ? [] : ImmutableArray.Create($"Words that found no place stand as comments at the end of the talk's file ({talk.Remaining.Length} {(talk.Remaining.Length == 1 ? "line" : "lines")})."),
    ];

    private static IEnumerable<string> Found(PlannedTalk talk, PlannedSeries series, PeopleChoice people)
    {
        yield return $"series {series.Name}";
        if (talk.Number is { } number)
        {
            yield return $"number {number}";
        }

        yield return $"title \"{talk.Title}\"";
        if (talk.Subtitle is { } subtitle)
        {
            yield return $"subtitle \"{subtitle}\"";
        }

        if (talk.Start.Date is not null)
        {
            yield return $"start {StartWords.Of(talk.Start)}{(talk.ZoneId is { } zone ? $" in {zone}" : "")}{(talk.Start.Minutes is { } minutes ? $" for {minutes} minutes" : "")}";
        }

        if (talk.Place is { } place)
        {
            yield return $"place \"{place}\"";
        }

        if (talk.Online is { } online)
        {
            yield return $"online {online}";
        }

        foreach (var (person, role) in talk.People)
        {
            yield return $"{role} {person}{(people.New.Any(planned => planned.Id == person) ? "" : " (known already)")}";
        }

        foreach (var link in talk.Links)
        {
            yield return $"{link.Kind} {link.Url}";
        }

        if (talk.Summary.Count > 0)
        {
            var paragraphs = talk.Summary.Count(line => line.Length == 0) + 1;
            yield return paragraphs == 1 ? "a summary of 1 paragraph" : $"a summary of {paragraphs} paragraphs";
        }
    }

    private static IEnumerable<string> Missing(PlannedTalk talk)
    {
        if (talk.Start.Date is null)
        {
            yield return $"no start: wrote `start: {StartWords.Of(talk.Start)}`";
        }
        else if (talk.Start.Time is null)
        {
            yield return "no time of day: the start is a date alone";
        }

        if (talk.Place is null)
        {
            yield return "no place";
        }

        if (talk.Online is null)
        {
            yield return "no online link";
        }

        if (talk.People.IsEmpty)
        {
            yield return "no people";
        }

        if (talk.Summary.Count == 0)
        {
            yield return "no summary";
        }
    }
}
