using BotHost.Announcements.Campaigns;
using BotHost.Configuration.Values;

namespace BotHost.Configuration;

/// <summary>Reads rules for moments that come again and again.</summary>
public static class Recurrences
{
    /// <summary>A cron expression of five fields (minute, hour, day of month, month, day of week); null where the text is none, or never comes.</summary>
    public static IRecurrence? Parse(string text) => CronRecurrence.Parse(text);
}
