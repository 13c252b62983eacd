using BotHost.Announcements.Texts;
using BotHost.Configuration.Import.Recognising;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Import.Planning;

/// <summary>Finds the series of an announcement among those of the config, or plans a new one.</summary>
internal static class SeriesChoice
{
    /// <param name="talk">The announcement.</param>
    /// <param name="config">What there is.</param>
    /// <param name="wanted">The id that the organiser names; null: the announcement's own series.</param>
    /// <param name="doubts">Gets a sentence where the choice is not plain.</param>
    /// <exception cref="ImportException">There is no series to choose.</exception>
    public static PlannedSeries Choose(ImportedTalk talk, KnownConfig config, string? wanted, List<string> doubts)
    {
        if (wanted is not null)
        {
            return Wanted(talk, config, wanted);
        }

        if (talk.Series is not { } name)
        {
            return config.Series is [var only]
                ? Only(only, doubts)
                : throw new ImportException($"The announcement names no series that can be told from its title: say which with --series ID{ListOf(config)}.");
        }

        if (config.Series.FirstOrDefault(series => Likeness.Same(series.Name, name) || Likeness.Same(series.Id, name)) is { } same)
        {
            return Known(same);
        }

        if (config.Series.FirstOrDefault(series => Likeness.Near(series.Name, name)) is { } near)
        {
            doubts.Add($"The announcement writes the series \"{name}\"; it is taken for \"{near.Name}\" ({near.Id})");
            return Known(near);
        }

        return New(talk, config, Slug.Of(name) ?? "new-series", name);
    }

    private static PlannedSeries Wanted(ImportedTalk talk, KnownConfig config, string wanted)
    {
        if (config.Series.FirstOrDefault(series => series.Id == wanted) is { } known)
        {
            return Known(known);
        }

        if (!Identifier.IsValid(wanted))
        {
            throw new ImportException($"--series: {Spelling.Quote(wanted)} is no id: write {Identifier.Rule}.");
        }

        if (Spelling.Nearest(wanted, config.Series.Select(series => series.Id)) is { } guess)
        {
            throw new ImportException($"There is no series '{wanted}': did you mean '{guess}'?");
        }

        return talk.Series is { } name
            ? New(talk, config, wanted, name)
            : throw new ImportException($"There is no series '{wanted}', and the announcement does not name it either{ListOf(config)}.");
    }

    private static PlannedSeries Only(KnownSeries only, List<string> doubts)
    {
        doubts.Add($"The announcement names no series; \"{only.Name}\" ({only.Id}) is the only one of the config");
        return Known(only);
    }

    private static PlannedSeries Known(KnownSeries series) => new(series.Id, series.Name, series.Heading, series.ZoneId, null, IsNew: false);

    private static PlannedSeries New(ImportedTalk talk, KnownConfig config, string id, string name)
    {
        var free = id;
        for (var count = 2; config.Series.Any(series => series.Id == free); count++)
        {
            free = $"{id}-{count}";
        }

        return new PlannedSeries(free, name, talk.Heading, null, config.Campaigns is [var only] ? only : null, IsNew: true);
    }

    private static string ListOf(KnownConfig config) =>
        config.Series.IsEmpty ? "" : $"; there are: {string.Join(", ", config.Series.Select(series => series.Id))}";
}
