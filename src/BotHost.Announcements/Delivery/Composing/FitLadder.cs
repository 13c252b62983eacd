using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Composing;

/// <summary>Composes with less and less detail until the platform's own renderer says that it fits.</summary>
public sealed class FitLadder(IPostComposer composer)
{
    /// <summary>Nobody reads more in one post.</summary>
    public const int MostTalksInDigest = 12;

    /// <summary>More messages than these are no announcement any more.</summary>
    public const int MostMessages = 10;

    /// <summary>As many talks as fit, the soonest first.</summary>
    public (Post Post, RenderResult Result) ClimbDigest(IChatPlatform platform, TalkCatalogue catalogue, PlannedDigest digest, IReadOnlyList<PublicTalk> talks)
    {
        Post post;
        RenderResult result;
        var count = Math.Min(talks.Count, MostTalksInDigest);
        do
        {
            post = composer.ComposeDigest(catalogue, digest.Series, [.. talks.Take(count)], talks.Count - count, digest.Channel, digest.Step.Mentions);
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

    /// <summary>As <see cref="Climb"/>, without pictures.</summary>
    public RenderResult ClimbWithoutPictures(IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now) =>
        Fit(new FitAttempt(composer, platform, catalogue, talk, step, channel, now) { WithoutPictures = true }, channel).Result;

    /// <summary>As <see cref="Climb"/>, and on which rung it ended.</summary>
    public (Post Post, RenderResult Result, PostDetail Detail) Fit(IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
    {
        var best = Fit(new FitAttempt(composer, platform, catalogue, talk, step, channel, now), channel);
        return (best.Post, best.Result, best.Detail);
    }

    /// <summary>The fullest messages that can take the place of these, one for one; null where no rung gives their number.</summary>
    public IReadOnlyList<string>? ClimbTo(
        ImmutableArray<string> replaced, IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
    {
        var climb = new FitAttempt(composer, platform, catalogue, talk, step, channel, now) { Replaces = replaced };
        return PostDetail.Ladder(channel.Languages.Length).Concat(PostDetail.Split)
            .Select(rung => climb.Best(rung, replaced.Length).Result is RenderResult.Fits fits && fits.Payloads.Length == replaced.Length
                ? (ImmutableArray<string>?)fits.Payloads
                : null)
            .FirstOrDefault(payloads => payloads is not null);
    }

    private static FitAttempt.Try Fit(FitAttempt climb, Channel channel)
    {
        FitAttempt.Try? last = null;
        foreach (var rung in PostDetail.Ladder(channel.Languages.Length).Concat(PostDetail.Split))
        {
            last = climb.Best(rung, MostMessages);
            if (last.Result is RenderResult.Fits)
            {
                break;
            }
        }

        return last!;
    }
}
