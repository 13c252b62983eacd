namespace BotHost.Announcements.Campaigns;

/// <summary>What a step's post is for.</summary>
public enum StepKind
{
    Announcement,
    Reminder,
    Starting,
    Thanks,
}
