using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Delivery.Composing;

/// <summary>Tries the rungs of the fit ladder for one post.</summary>
internal sealed class FitAttempt(IPostComposer composer, IChatPlatform platform, TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now)
{
    /// <summary>The payloads of the messages that the post is to replace; empty: it is new.</summary>
    public ImmutableArray<string> Replaces { get; init; } = [];

    /// <summary>Whether its pictures stay at home, because the platform does not take them.</summary>
    public bool WithoutPictures { get; init; }

    /// <summary>The most that this rung can tell within so many messages; where even its least does not fit, that.</summary>
    public Try Best(PostDetail rung, int most)
    {
        if (rung.Leading is not Rung.ShortSummary)
        {
            return Render(rung, most);
        }

        Try? best = null;
        Try? misfit = null;
        Longest.Fitting(Math.Max(1, PassagesOfSummary() - 1), index =>
        {
            var attempt = Render(rung with { Passages = index + 1 }, most);
            var fits = attempt.Result is RenderResult.Fits;
            (best, misfit) = fits ? (attempt, misfit) : (best, attempt);
            return fits;
        });

        // What fits grows and what does not shrinks from attempt to attempt, so the last of each kind is the one that counts.
        return best ?? misfit!;
    }

    private int PassagesOfSummary()
    {
        var reader = channel.Languages is [var leading, ..] ? leading : talk.Language;
        return Passages.Count(TalkInLanguage.Of(catalogue, talk, reader).Talk.Summary);
    }

    private Try Render(PostDetail detail, int most)
    {
        var post = composer.Compose(catalogue, talk, step, channel, now, detail) with { Replaces = Replaces };
        post = WithoutPictures ? post with { Picture = null, Photos = [] } : post;
        var result = platform.Render(post, channel);
        return new Try(post, detail, result is RenderResult.Fits { Payloads.Length: var count } && count > most
            ? new RenderResult.TooLong("messages", count, most)
            : result);
    }

    internal sealed record Try(Post Post, PostDetail Detail, RenderResult Result);
}
