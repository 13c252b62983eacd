using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>At nine in the morning.</summary>
internal sealed class EveryMonday : IRecurrence
{
    public string Text => "every Monday at 9:00";

    public Instant? Next(Instant after, DateTimeZone zone)
    {
        var day = after.InZone(zone).Date.PlusDays(-1);
        Instant monday;
        do
        {
            day = day.Next(IsoDayOfWeek.Monday);
            monday = TalkStart.Resolve(day.At(new LocalTime(9, 0)), zone);
        }
        while (monday <= after);

        return monday;
    }
}
