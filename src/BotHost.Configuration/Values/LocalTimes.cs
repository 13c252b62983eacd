using NodaTime;
using NodaTime.Text;

namespace BotHost.Configuration.Values;

/// <summary>Dates and times as people write them, always without a zone: the zone has a key of its own.</summary>
internal static class LocalTimes
{
    public const string Example = "the date and time as 2027-01-20 19:00, without a zone";

    private static readonly LocalDateTimePattern Spaced = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd H:mm");
    private static readonly LocalDateTimePattern WithT = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'H:mm");
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    // Years outside these are slips of the finger, and far from where calendar arithmetic ends.
    private static readonly LocalDate First = new(1900, 1, 1);
    private static readonly LocalDate Last = new(2999, 12, 31);

    public static LocalDateTime? DateAndTime(string text) =>
        (Value(Spaced.Parse(text)) ?? Value(WithT.Parse(text))) is { } local && IsSane(local.Date) ? local : null;

    public static LocalDate? Date(string text) => Value(LocalDatePattern.Iso.Parse(text)) is { } date && IsSane(date) ? date : null;

    public static LocalTime? Time(string text) => Value(TimeOfDay.Parse(text));

    private static bool IsSane(LocalDate date) => date >= First && date <= Last;

    private static T? Value<T>(ParseResult<T> result)
        where T : struct => result.Success ? result.Value : null;
}
