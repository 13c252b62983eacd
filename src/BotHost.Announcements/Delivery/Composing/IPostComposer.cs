using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Composing;

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

    /// <summary>Makes a look ahead from the talks of a series.</summary>
    /// <param name="catalogue">Whose templates count.</param>
    /// <param name="series">Whose talks they are.</param>
    /// <param name="talks">The talks to tell of, soonest first.</param>
    /// <param name="more">How many come after those.</param>
    /// <param name="channel">Whose language counts.</param>
    /// <param name="mentions">Whether the channel's mention goes with it.</param>
    Post ComposeDigest(TalkCatalogue catalogue, Series series, IReadOnlyList<PublicTalk> talks, int more, Channel channel, bool mentions);
}
