using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;
using NodaTime.Text;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>Six hours of 20 January 2027 in which eight talks have their steps, written by hand in UTC; Tokyo is nine hours ahead.</summary>
internal static class MorningOfTalks
{
    public static readonly Instant Begin = At("00:00");

    public static readonly Instant End = At("06:00");

    /// <summary>When each post is due, and its first words. Each goes to both platforms.</summary>
    public static IReadOnlyList<(string Due, string Words)> Posts { get; } =
    [
        ("00:05", "In 1 hour: Asian Talk: Gates"),
        ("00:55", "In 1 hour: Asian Talk: Wells"),
        ("01:00", "Asian Talk: Letters"),
        ("01:00", "In 7 days: Asian Talk: Paper"),
        ("01:00", "In 26 hours: Asian Talk: Salt"),
        ("01:05", "Starting now: Asian Talk: Gates"),
        ("01:10", "In 1 hour: Asian Talk: Bridges"),
        ("01:30", "In 1 hour: Asian Talk: Stairs"),
        ("01:55", "Starting now: Asian Talk: Wells"),
        ("02:00", "In 1 hour: Asian Talk: Rivers"),
        ("02:10", "Starting now: Asian Talk: Bridges"),
        ("02:30", "Starting now: Asian Talk: Stairs"),
        ("03:00", "Starting now: Asian Talk: Rivers"),
        ("03:35", "Thank you for joining Asian Talk: Gates"),
        ("04:25", "Thank you for joining Asian Talk: Wells"),
        ("04:40", "Thank you for joining Asian Talk: Bridges"),
        ("05:00", "Thank you for joining Asian Talk: Stairs"),
        ("05:30", "Thank you for joining Asian Talk: Rivers"),
    ];

    public static TalkCatalogue Catalogue { get; } = new CatalogueBuilder().With(
        Talk("Gates", 2027, 1, 20, 10, 5),
        Talk("Wells", 2027, 1, 20, 10, 55),
        Talk("Bridges", 2027, 1, 20, 11, 10),
        Talk("Stairs", 2027, 1, 20, 11, 30),
        Talk("Rivers", 2027, 1, 20, 12, 0),
        Talk("Salt", 2027, 1, 21, 12, 0),
        Talk("Paper", 2027, 1, 27, 12, 0),
        Talk("Letters", 2027, 2, 10, 12, 0)).Build();

    public static Instant At(string timeOfDay) =>
        new LocalDate(2027, 1, 20).At(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(timeOfDay).Value).InUtc().ToInstant();

    private static TalkBuilder Talk(string title, int year, int month, int day, int hour, int minute) =>
        new TalkBuilder(title.ToLowerInvariant()).Titled(title).At(year, month, day, hour, minute);
}
