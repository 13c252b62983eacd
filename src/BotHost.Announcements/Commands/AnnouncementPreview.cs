using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Commands;

/// <summary>What an order to post would do.</summary>
/// <param name="Post">As the first channel would get it; null where there is nothing to post.</param>
/// <param name="Channels">Every channel that takes the talk, in the order of the config.</param>
/// <param name="Hash">Changes whenever something that was shown changes, and not by the mere passing of time.</param>
public sealed record AnnouncementPreview(Post? Post, IReadOnlyList<ChannelStatus> Channels, string Hash);
