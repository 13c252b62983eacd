using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Finds the sent posts that tell something else than the catalogue does.</summary>
internal sealed class StalePosts(PlatformDirectory platforms)
{
    private TalkCatalogue? _catalogue;
    private SentPosts? _posts;

    public IEnumerable<StalePost> In(IEnumerable<DeliveryRow> rows, TalkCatalogue catalogue, Instant now)
    {
        var posts = PostsOf(catalogue);
        return rows
            .Where(row => row.Key.Kind is DeliveryKind.Step && row.State is DeliveryState.Sent)
            .Select(row => Find(row, posts, now))
            .OfType<StalePost>();
    }

    private SentPosts PostsOf(TalkCatalogue catalogue)
    {
        if (!ReferenceEquals(_catalogue, catalogue) || _posts is null)
        {
            (_catalogue, _posts) = (catalogue, new SentPosts(catalogue));
        }

        return _posts;
    }

    private StalePost? Find(DeliveryRow row, SentPosts posts, Instant now)
    {
        if (posts.TalkOf(row.Key) is not { } talk
            || posts.ChannelOf(row.Key) is not { } channel
            || platforms.WhyHeld(channel.Address) is not null
            || posts.StepOf(row.Key, talk) is not { } step
            || Corrections.WhyLeft(row, talk, step, now) is not null)
        {
            return null;
        }

        var facts = posts.FactsOf(talk, channel);
        if (row.Facts is not { } told)
        {
            return new StalePost(row, talk, step, channel, facts);
        }

        return told.Hash == facts.Hash
            ? null
            : new StalePost(row, talk, step, channel, FactSheet.Tell(facts, FactSheet.AloudOf(told)?.EditedTo(talk) ?? Aloud.Of(talk)));
    }
}
