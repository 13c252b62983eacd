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

        return (post, result);
    }

    /// <summary>The fullest messages of which there are exactly so many; null where no rung gives that number.</summary>
    public IReadOnlyList<string>? ClimbTo(
        int messages, IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
    {
        foreach (var detail in Rungs)
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
