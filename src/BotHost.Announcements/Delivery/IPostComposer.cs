using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Makes a post from a talk. Pure: the same arguments give the same post.</summary>
public interface IPostComposer
{
    /// <param name="catalogue">Where people and series are looked up.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="step">What the post is for.</param>
    /// <param name="channel">Whose languages and mention count; a channel that posts its languages separately as one of its faces.</param>
    /// <param name="now">For the real remaining time.</param>
    /// <param name="detail">How much of the talk is told.</param>
    Post Compose(TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now, PostDetail detail);
}
