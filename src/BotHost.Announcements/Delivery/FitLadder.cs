using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Composes with less and less detail until the platform's own renderer says that it fits.</summary>
public sealed class FitLadder(IPostComposer composer)
{
    /// <summary>Nobody reads more in one post.</summary>
    public const int MostTalksInDigest = 12;

    /// <summary>As many talks as fit, the soonest first.</summary>
    public (Post Post, RenderResult Result) ClimbDigest(IChatPlatform platform, PlannedDigest digest, IReadOnlyList<PublicTalk> talks)
    {
        Post post;
        RenderResult result;
        var count = Math.Min(talks.Count, MostTalksInDigest);
        do
        {
            post = composer.ComposeDigest(digest.Series, [.. talks.Take(count)], talks.Count - count, digest.Channel, digest.Step.Mentions);
            result = platform.Render(post, digest.Channel);
            count--;
        }
        while (result is RenderResult.TooLong && count > 0);

        return (post, result);
    }

    /// <summary>The first rung that fits; where none does, what stood in the way of the last.</summary>
    public (Post Post, RenderResult Result) Climb(IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
    {
        var (post, result, _) = Fit(platform, catalogue, talk, step, channel, now);
        return (post, result);
    }

    /// <summary>As <see cref="Climb"/>, and on which rung it ended.</summary>
    public (Post Post, RenderResult Result, PostDetail Detail) Fit(IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
    {
        var rungs = PostDetail.Ladder(channel.Languages.Length);
        Post post;
        RenderResult result;
        var rung = 0;
        do
        {
            post = composer.Compose(catalogue, talk, step, channel, now, rungs[rung]);
            result = platform.Render(post, channel);
            rung++;
        }
        while (result is RenderResult.TooLong && rung < rungs.Length);

        return (post, result, rungs[rung - 1]);
    }

    /// <summary>The fullest messages of which there are exactly so many; null where no rung gives that number.</summary>
    public IReadOnlyList<string>? ClimbTo(
        int messages, IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
    {
        foreach (var detail in PostDetail.Ladder(channel.Languages.Length))
        {
            if (platform.Render(composer.Compose(catalogue, talk, step, channel, now, detail), channel) is RenderResult.Fits { Payloads: var payloads }
                && payloads.Length == messages)
            {
                return payloads;
            }
        }

        return null;
    }
}
