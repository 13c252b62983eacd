using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Finds what the ledger's keys speak of in one catalogue, and what is to be told of it there.</summary>
public sealed class SentPosts
{
    private readonly TalkCatalogue _catalogue;
    private readonly Dictionary<string, Talk> _talks;
    private readonly Dictionary<string, Channel> _channels;
    private readonly Dictionary<(TalkId Talk, string Languages), RecordedFacts> _facts = [];

    public SentPosts(TalkCatalogue catalogue)
    {
        _catalogue = catalogue;
        var own = catalogue.Talks.Values.Select(talk => (talk.Id, Talk: talk));
        var previous = catalogue.Talks.Values.SelectMany(talk => talk.PreviousIds.Select(id => (Id: id, Talk: talk)));
        _talks = own.Concat(previous).DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id.Value, entry => entry.Talk, StringComparer.Ordinal);
        _channels = catalogue.Channels
            .SelectMany(channel => channel.Faces)
            .DistinctBy(face => face.Target)
            .ToDictionary(face => face.Target, StringComparer.Ordinal);
    }

    public Talk? TalkOf(DeliveryKey key) => _talks.GetValueOrDefault(key.Subject);

    public Channel? ChannelOf(DeliveryKey key) => _channels.GetValueOrDefault(key.Target);

    public Step? StepOf(DeliveryKey key, Talk talk)
    {
        if (_catalogue.CampaignOf(talk)?.Steps.FirstOrDefault(step => step.Id.Value == key.Step) is { } step)
        {
            return step;
        }

        var announcement = AnnouncementStep.Of(_catalogue, talk);
        return announcement.Id.Value == key.Step ? announcement : null;
    }

    /// <summary>What a post told that said all this aloud.</summary>
    public RecordedFacts FactsOf(Talk talk, Channel channel)
    {
        var place = (talk.Id, string.Join(' ', channel.Languages));
        if (!_facts.TryGetValue(place, out var facts))
        {
            facts = FactSheet.Write(ToldFacts.Of(_catalogue, talk, channel.Languages), Aloud.Of(talk));
            _facts[place] = facts;
        }

        return facts;
    }
}
