using NodaTime;

namespace BotHost.Announcements.Lint;

/// <summary>A weekday and a date beside it, as they stand in a text.</summary>
/// <param name="WeekdayAt">Where the weekday stands in the text.</param>
/// <param name="Word">The weekday as it is written.</param>
/// <param name="Weekday">Which one it is.</param>
/// <param name="Year">Null: the text does not say.</param>
/// <param name="Month">As written; perhaps no month at all.</param>
/// <param name="Day">As written; perhaps no day of that month.</param>
internal sealed record WrittenDate(int WeekdayAt, string Word, IsoDayOfWeek Weekday, int? Year, int Month, int Day);
