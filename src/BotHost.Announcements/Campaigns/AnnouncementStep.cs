using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>The announcement of a talk, wherever its time comes from.</summary>
public static class AnnouncementStep
{
    /// <summary>The campaign's own announcement; for a talk whose campaign has none, or that has no campaign, the one below.</summary>
    public static Step Of(TalkCatalogue catalogue, Talk talk) =>
        catalogue.CampaignOf(talk)?.Steps.FirstOrDefault(step => step.Kind is StepKind.Announcement) ?? WithoutCampaign;

    /// <summary>For a talk without a campaign, which only a moderator announces.</summary>
    public static Step WithoutCampaign { get; } =
        new(new StepId("announce"), StepKind.Announcement, new StepTime.Before(Duration.Zero), Mentions: false);
}
