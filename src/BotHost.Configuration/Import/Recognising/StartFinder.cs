using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Decides on a start from all lines that tell of it. What is not told is not guessed.</summary>
internal sealed class StartFinder(LocalDate today)
{
    /// <summary>A weekday tells the year only near today: it comes back to the same date every few years.</summary>
    private const int FarthestDays = 400;

    private readonly List<string> _doubts = [];

    public static ImportedStart Find(IReadOnlyList<(string Line, FoundWhen When)> lines, LocalDate today) => new StartFinder(today).Decide(lines);

    private ImportedStart Decide(IReadOnlyList<(string Line, FoundWhen When)> lines)
    {
        var dated = lines.FirstOrDefault(line => line.When.Date is not null).When;
        var timed = dated?.Time is not null ? dated : lines.FirstOrDefault(line => line.When.Time is not null).When;
        var dates = lines.Select(line => line.When.Date).OfType<FoundDate>().ToList();
        var date = dates.Count > 0 ? Resolve(dates.Aggregate((first, again) => first.With(again))) : null;
        if (dated is { HasSeveralDates: true } || dates.Exists(other => other != dates[0] && !other.IsSameAs(dates[0])))
        {
            _doubts.Add("The announcement names several dates; the first one counts here");
        }

        var time = timed?.Time;
        if (time is { IsHalfOfDayOpen: true })
        {
            _doubts.Add($"The announcement says neither a.m. nor p.m.; {Hour(time.From)} is as it is written");
        }

        if (time is { MayEndBeDistance: true, To: { } end })
        {
            _doubts.Add($"\"-{Hour(end)}\" is taken for the end, not for a distance from UTC");
        }

        if (time is { IsNextDay: true } && date is { } named)
        {
            date = named.PlusDays(1);
            _doubts.Add($"The announcement says 24:00, which is {Hour(time.From)} of the day after: {Iso(named.PlusDays(1))}");
        }

        if (date is null && dated?.Date is null && time is not null)
        {
            _doubts.Add("The announcement gives a time and no date");
        }

        var zones = timed?.Zones ?? [];
        var own = zones.FirstOrDefault(pair => pair.Time is null || pair.Time == time).Zone
            ?? lines.SelectMany(line => line.When.Zones).FirstOrDefault(pair => pair.Time is null).Zone;
        return new ImportedStart
        {
            Date = date,
            Time = time?.From,
            Minutes = time?.Minutes,
            Zone = own,
            Elsewhere = [.. zones.Where(pair => pair.Zone != own && pair.Time is not null && pair.Time != time).Select(pair => (pair.Time!.From, pair.Zone))],
            Sources = [.. lines.Select(line => line.Line)],
            Doubts = [.. _doubts],
        };
    }

    private LocalDate? Resolve(FoundDate found)
    {
        var weekday = found.Weekday;
        if (found.Year is { } year)
        {
            var date = new LocalDate(year, found.Month, found.Day);
            if (!found.IsOrderOpen)
            {
                return Checked(date, weekday);
            }

            var other = new LocalDate(year, found.Day, found.Month);
            if (weekday is not null && (date.DayOfWeek == weekday) != (other.DayOfWeek == weekday))
            {
                return date.DayOfWeek == weekday ? date : other;
            }

            _doubts.Add($"The date may be {Iso(date)} or {Iso(other)}: the announcement does not say which number is the month");
            return null;
        }

        if (weekday is not { } day)
        {
            _doubts.Add($"The announcement gives neither year nor weekday for {MonthDay(found)}");
            return null;
        }

        var candidates = Enumerable.Range(today.Year - 1, 3)
            .Where(candidate => found.Day <= CalendarSystem.Iso.GetDaysInMonth(candidate, found.Month))
            .Select(candidate => new LocalDate(candidate, found.Month, found.Day))
            .Where(date => date.DayOfWeek == day && Distance(date) <= FarthestDays)
            .OrderBy(Distance)
            .ToImmutableArray();
        if (candidates.IsEmpty)
        {
            _doubts.Add($"The announcement gives no year, and {MonthDay(found)} is a {day} in no year near this one");
            return null;
        }

        _doubts.Add($"The announcement gives no year; {candidates[0].Year} is the one near now in which {MonthDay(found)} is a {day}");
        return candidates[0];
    }

    private LocalDate Checked(LocalDate date, IsoDayOfWeek? weekday)
    {
        if (weekday is { } day && date.DayOfWeek != day)
        {
            _doubts.Add($"The announcement says {day}, but {Iso(date)} is a {date.DayOfWeek}");
        }

        return date;
    }

    private int Distance(LocalDate date) => Math.Abs(Period.DaysBetween(today, date));

    private static string MonthDay(FoundDate found) => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(found.Month)} {found.Day}";

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Hour(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
