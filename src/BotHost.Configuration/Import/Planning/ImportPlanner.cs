using System.Collections.Immutable;
using System.Globalization;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Files;
using BotHost.Configuration.Import.Recognising;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;
using BotHost.Configuration.Import.Writing;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Import.Planning;

/// <summary>Decides what becomes of an announcement in a config: ids, series, people, files, and what to say about them.</summary>
/// <param name="config">What there is.</param>
/// <param name="isFileThere">Whether a path of the config folder is taken.</param>
/// <param name="now">For dates without a year, and for those that are over.</param>
internal sealed class ImportPlanner(KnownConfig config, Func<string, bool> isFileThere, Instant now)
{
    private readonly LocalDate _today = now.InZone(DateTimeZoneProviders.Tzdb[config.ZoneId]).Date;

    /// <exception cref="ImportException">It cannot be imported; the sentence says why.</exception>
    public ImportPlan Plan(AnnouncementText text, string? seriesOption, string? idOption)
    {
        var talk = AnnouncementReader.Read(text, [.. config.Series.Select(series => series.Name)], _today);
        var doubts = talk.Doubts.ToList();
        if (talk.Title is null && text.Subject is { } subject)
        {
            talk = talk with { Title = subject };
            doubts.Add($"The announcement has no line that looks like a title; \"{subject}\" is the subject of the e-mail");
        }

        var series = SeriesChoice.Choose(talk, config, seriesOption, doubts);
        var id = ChooseId(talk, series, idOption);
        var title = talk.Title;
        if (title is null)
        {
            title = talk.Number is null ? StartWords.Open : $"{series.Name} {talk.Number}";
            doubts.Add($"The announcement has no line that looks like a title; wrote \"{title}\"");
        }

        var startDoubts = talk.Start.Doubts.ToList();
        var defaultZone = series.ZoneId ?? config.ZoneId;
        var zone = ZoneChoice.Choose(talk.Start, defaultZone, _today, startDoubts);
        if (ZoneChoice.IsOver(talk.Start, zone ?? defaultZone, now))
        {
            startDoubts.Add($"The start, {StartWords.Of(talk.Start)} in {zone ?? defaultZone}, is in the past");
        }

        var people = new PeopleChoice(config, isFileThere, id);
        var parts = people.Choose(talk.People);
        var isHeadingKept = talk.Heading is { } heading && !series.IsNew && !Likeness.Same(series.Heading ?? "", heading);
        var links = talk.Map is { } map && talk.Place is null ? talk.Links.Add(new ImportedLink(ImportedLink.Map, "", map)) : talk.Links;
        var summary = ProseLayout.Markdown([.. isHeadingKept ? [talk.Heading!, ""] : ImmutableArray<string>.Empty, .. talk.Address is { } address && talk.Place is null ? [address, ""] : ImmutableArray<string>.Empty, .. talk.Summary]);
        var guess = talk.Language is null ? LanguageOf($"{title}\n{string.Join('\n', talk.Summary)}") : null;
        var planned = new PlannedTalk(id, series.Id, talk.Number, title, talk.Subtitle, talk.Start, zone, talk.Place, talk.Address, talk.Map, talk.Online, talk.Language ?? guess, parts, links, summary)
        {
            StartDoubts = [.. startDoubts],
            Doubts = [.. doubts],
            IsLanguageGuessed = guess is not null,
            IsZoneUnsaid = talk.Start is { Date: not null, Time: not null, Zone: null },
            PeopleNotes = [.. people.Notes],
        };
        var inserted = series.IsNew ? SeriesInsertion.Into(config.Main, series) : null;
        var snippet = series.IsNew && inserted is null ? SeriesInsertion.Snippet(series) : null;
        planned = planned with { Remaining = Remaining(text, talk, planned, series, people) };
        ImmutableArray<ImportedFile> files =
        [
            new($"talks/{id}.yaml", TalkFileWriter.Write(planned), IsChange: false),
            .. people.New.Select(person => new ImportedFile($"people/{person.Id}.yaml", PersonFileWriter.Write(person), IsChange: false)),
            .. inserted is null ? [] : ImmutableArray.Create(new ImportedFile(ConfigFolder.MainName, inserted, IsChange: true) { Added = SeriesInsertion.Snippet(series) }),
        ];
        return new ImportPlan(id, files, snippet, ImportWords.Of(planned, series, people, config.ZoneId, [.. doubts, .. startDoubts, .. people.Doubts]));
    }

    /// <summary>Null in the community's first language, and wherever the language is not sure.</summary>
    private string? LanguageOf(string words) =>
        LanguageGuess.Of(words) is { } guess && config.FirstLanguage is { } first && (guess.Split('-')[0] != first.Split('-')[0] || (first.StartsWith("zh-Han", StringComparison.Ordinal) && !first.StartsWith(guess, StringComparison.Ordinal)))
            ? guess
            : null;

    private string ChooseId(ImportedTalk talk, PlannedSeries series, string? wanted)
    {
        if (wanted is not null && !Identifier.IsValid(wanted))
        {
            throw new ImportException($"--id: {Spelling.Quote(wanted)} is no id: write {Identifier.Rule}.");
        }

        var id = wanted ?? IdOf(talk, series);
        if (config.TalkIds.Contains(id))
        {
            throw new ImportException($"There is a talk '{id}' already, and it stays as it is: say --id ID for another one.");
        }

        return isFileThere($"talks/{id}.yaml")
            ? throw new ImportException($"'talks/{id}.yaml' is there already and stays as it is: say --id ID for another one.")
            : id;
    }

    private static string IdOf(ImportedTalk talk, PlannedSeries series)
    {
        var number = talk.Number is { } counted ? $"-{counted}" : "";
        if (number.Length > 0)
        {
            var start = series.Id[..Math.Min(series.Id.Length, Identifier.MaxLength - number.Length)].Trim('-');
            return Identifier.IsValid(start + number) ? start + number : $"talk{number}";
        }

        if (talk.Title is { } title && Slug.Of(title) is { } slug)
        {
            return slug;
        }

        var date = talk.Start.Date is { } day ? day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "talk";
        return $"{series.Id[..Math.Min(series.Id.Length, 48)].Trim('-')}-{date}";
    }

    private static ImmutableArray<string> Remaining(AnnouncementText text, ImportedTalk talk, PlannedTalk planned, PlannedSeries series, PeopleChoice people)
    {
        IEnumerable<string> understood =
        [
            .. talk.Labels, .. planned.Links.Where(TalkFileWriter.IsOwnWord).Select(link => link.Label), "and und et y with mit avec con",
            .. Likeness.Same(series.Name, talk.Series ?? "") ? ImmutableArray.Create(talk.Series!) : [],
            .. Likeness.Same(series.Heading ?? "", talk.Heading ?? "") ? ImmutableArray.Create(talk.Heading!) : [],
        ];
        IEnumerable<string> files =
        [
            TalkFileWriter.Write(planned), .. people.New.Select(PersonFileWriter.Write), series.IsNew ? SeriesInsertion.Snippet(series) : "",
        ];
        return [.. text.MailHeader.Union(talk.Asides).Union(WordKeeping.Lost(text, understood, files))];
    }
}
