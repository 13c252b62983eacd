using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Composes with less and less detail until the platform's own renderer says that it fits.</summary>
public sealed class FitLadder(IPostComposer composer)
{
    private static readonly PostDetail[] Rungs = Enum.GetValues<PostDetail>();

    /// <summary>The first rung that fits; where none does, what stood in the way of the last.</summary>
    public (Post Post, RenderResult Result) Climb(IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
    {
        var (post, result, _) = Fit(platform, catalogue, talk, step, channel, now);
        return (post, result);
    }

    /// <summary>As <see cref="Climb"/>, and on which rung it ended.</summary>
    public (Post Post, RenderResult Result, PostDetail Detail) Fit(IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
    {
        Post post;
        RenderResult result;
        var rung = 0;
        do
        {
            post = composer.Compose(catalogue, talk, step, channel, now, Rungs[rung]);
            result = platform.Render(post, channel);
            rung++;
        }
        while (result is RenderResult.TooLong && rung < Rungs.Length);

        return (post, result, Rungs[rung - 1]);
    }
}
