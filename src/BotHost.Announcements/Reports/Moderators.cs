using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Reports;

/// <summary>The places of moderators as channels, for the renderers.</summary>
internal static class Moderators
{
    public static Channel ChannelAt(ChannelAddress place, TalkCatalogue catalogue) =>
        new() { Id = new ChannelId("moderators"), Address = place, Languages = catalogue.Community.Languages };
}
