using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>A rule for moments that come again and again, on the clock of a zone.</summary>
public interface IRecurrence
{
    /// <summary>As the organiser wrote it.</summary>
    string Text { get; }

    /// <summary>The first moment after an instant; null where there is none within the next years.</summary>
    Instant? Next(Instant after, DateTimeZone zone);
}
