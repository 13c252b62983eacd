using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Lint;

/// <summary>Finds weekdays that do not go with the date beside them, in English, German, Japanese and Chinese.</summary>
/// <remarks>
/// A date without a year is taken for the one nearest to the talk's start, and only while it is near: what a summary tells of
/// the past is not judged by the calendar of the talk. Nor are years before 1900, whose calendars differ.
/// </remarks>
public sealed class WeekdayRule : ICatalogueRule
{
    private const string Name = "weekday";

    /// <summary>Further away, a date without a year may well be of another year.</summary>
    private const int NearDays = 100;

    private const int FirstYear = 1900;

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Warning, "A weekday does not go with the date beside it.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
    [
        .. catalogue.Talks.Values.SelectMany(talk => Check(talk.Written, DayOf(talk.Start))),
        .. catalogue.People.Values.SelectMany(person => Check(person.Written, null)),
        .. catalogue.Series.Values.SelectMany(series => Check(series.Written, null)),
    ];

    private static IEnumerable<Finding> Check(ISourceMap written, LocalDate? start) => WrittenTexts.Prose(written)
        .Where(text => text.Value.Text.Any(char.IsDigit))
        .SelectMany(text => Check(text.Value, start));

    private static IEnumerable<Finding> Check(SourceText text, LocalDate? start)
    {
        // A weekday may stand between two dates; it is right if it goes with one of them.
        foreach (var dates in WrittenDates.In(text.Text).GroupBy(date => date.WeekdayAt))
        {
            var judged = dates.Select(date => (Written: date, Day: DayOf(date, start))).Where(date => date.Day is not null).ToList();
            if (judged.Count > 0 && judged.TrueForAll(date => date.Day!.Value.DayOfWeek != date.Written.Weekday))
            {
                yield return Tell(text, judged[0].Written, judged[0].Day!.Value);
            }
        }
    }

    private static LocalDate? DayOf(TalkStart start) => start switch
    {
        TalkStart.At at => at.Local.Date,
        TalkStart.OnDate on => on.Date,
        _ => null,
    };

    private static LocalDate? DayOf(WrittenDate date, LocalDate? start)
    {
        if (date.Year is { } year)
        {
            return year < FirstYear ? null : Day(year, date);
        }

        if (start is not { } near)
        {
            return null;
        }

        var candidates = new[] { near.Year - 1, near.Year, near.Year + 1 }.Select(candidate => Day(candidate, date)).OfType<LocalDate>().ToList();
        var nearest = candidates.OrderBy(day => Distance(day, near)).Cast<LocalDate?>().FirstOrDefault();
        return nearest is { } found && Distance(found, near) <= NearDays ? found : null;
    }

    private static int Distance(LocalDate one, LocalDate other) => Math.Abs(Period.DaysBetween(one, other));

    private static LocalDate? Day(int year, WrittenDate date) =>
        date.Month is >= 1 and <= 12 && date.Day >= 1 && year is > 0 and < 9999 && date.Day <= CalendarSystem.Iso.GetDaysInMonth(year, date.Month)
            ? new LocalDate(year, date.Month, date.Day)
            : null;

    private static Finding Tell(SourceText text, WrittenDate written, LocalDate day)
    {
        var word = WeekdayWords.InFormOf(written.Word, day.DayOfWeek);
        return new Finding(
            Severity.Warning,
            text.At(written.WeekdayAt),
            Name,
            $"{day:uuuu-MM-dd} is a {day.DayOfWeek}, not a {written.Weekday}",
            word is null ? "correct the weekday or the date" : $"write '{word}', or correct the date");
    }
}
