namespace BotHost.Announcements.Talks;

/// <summary>What the organiser says of a talk. Members never see a draft.</summary>
public enum TalkStatus
{
    Draft,
    Confirmed,
    Postponed,
    Cancelled,
}
