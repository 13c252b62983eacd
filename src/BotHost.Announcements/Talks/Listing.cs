namespace BotHost.Announcements.Talks;

/// <summary>From when on members see a talk of the series in lists and answers.</summary>
public enum Listing
{
    /// <summary>From its announce time or its first sent post on.</summary>
    WhenAnnounced,

    /// <summary>As soon as it is confirmed.</summary>
    WhenConfirmed,
}
