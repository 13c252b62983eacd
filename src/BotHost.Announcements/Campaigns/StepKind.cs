namespace BotHost.Announcements.Campaigns;

/// <summary>What a step's post is for.</summary>
public enum StepKind
{
    Announcement,
    Reminder,
    Starting,
    Thanks,

    /// <summary>Something came after the talk was announced, such as its recording.</summary>
    FollowUp,

    /// <summary>What is coming in a series, again and again.</summary>
    Digest,
}
