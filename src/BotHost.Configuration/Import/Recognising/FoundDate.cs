using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>A date in a line.</summary>
/// <param name="Day">The first, where several days are named.</param>
/// <param name="Weekday">As the announcement names it.</param>
/// <param name="IsOrderOpen">Whether day and month may be the other way round.</param>
/// <param name="IsSeveral">Whether it is the first of several days.</param>
internal sealed record FoundDate(int? Year, int Month, int Day, IsoDayOfWeek? Weekday, bool IsOrderOpen, bool IsSeveral, int Start, int Length)
{
    public bool Exists => Month is >= 1 and <= 12 && Day >= 1 && Day <= CalendarSystem.Iso.GetDaysInMonth(Year ?? 2024, Month);
}
