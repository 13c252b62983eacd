using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>A date in a line.</summary>
/// <param name="Day">The first, where several days are named.</param>
/// <param name="Weekday">As the announcement names it.</param>
/// <param name="IsOrderOpen">Whether day and month may be the other way round.</param>
/// <param name="IsSeveral">Whether it is the first of several days.</param>
internal sealed record FoundDate(int? Year, int Month, int Day, IsoDayOfWeek? Weekday, bool IsOrderOpen, bool IsSeveral, int Start, int Length)
{
    /// <summary>Whether both name the same day; one of them may leave the year to the other.</summary>
    public bool IsSameAs(FoundDate other) =>
        Month == other.Month && Day == other.Day && (Year is null || other.Year is null || Year == other.Year) && !IsOrderOpen && !other.IsOrderOpen;

    /// <summary>This date with what the same one, written again, says beyond it.</summary>
    public FoundDate With(FoundDate again) => IsSameAs(again) ? this with { Year = Year ?? again.Year, Weekday = Weekday ?? again.Weekday } : this;

    public bool Exists => Month is >= 1 and <= 12 && Day >= 1 && Day <= CalendarSystem.Iso.GetDaysInMonth(Year ?? 2024, Month);
}
