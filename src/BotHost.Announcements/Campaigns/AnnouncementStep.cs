using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>The announcement of a talk, wherever its time comes from.</summary>
public static class AnnouncementStep
{
    /// <summary>For a talk without a campaign, which only a moderator announces.</summary>
    public static Step WithoutCampaign { get; } =
        new(new StepId("announce"), StepKind.Announcement, new StepTime.Before(Duration.Zero), Mentions: false);
}
