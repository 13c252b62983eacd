namespace BotHost.Announcements.Texts;

/// <summary>How a moment is worded.</summary>
public enum TimeStyle
{
    /// <summary>Weekday, date and time of day.</summary>
    Full,

    /// <summary>Date without time of day.</summary>
    Date,

    /// <summary>Time of day alone.</summary>
    TimeOfDay,

    /// <summary>Distance from the reader's now, such as "in 3 days".</summary>
    Relative,
}
