using System.Collections.Immutable;
using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>What members may see at one moment: the only thing that member-facing surfaces read.</summary>
/// <remarks>
/// Drafts never show. Other talks show from their announce time or their first sent post on; confirmed ones at once
/// where their series lists them so. A person shows with their first visible talk, an online link from its reveal time on.
/// </remarks>
public sealed class PublicCatalogue
{
    /// <param name="catalogue">Everything that the organiser wrote.</param>
    /// <param name="now">On the campaign clock.</param>
    /// <param name="announced">The talks of which a post was sent.</param>
    /// <param name="announceTime">When the announcement of a talk is due by its campaign; asked only where the talk does not say so itself.</param>
    public PublicCatalogue(TalkCatalogue catalogue, Instant now, IReadOnlySet<TalkId> announced, Func<Talk, Instant?> announceTime)
    {
        Now = now;
        Talks =
        [
            .. TalkTimeline.Sort(catalogue.Talks.Values.Where(talk => IsVisible(talk, catalogue.SeriesOf(talk))), now)
                .Select(talk => Show(talk, catalogue, now)),
        ];
        People =
        [
            .. Talks.SelectMany(talk => talk.People).Select(part => part.Person).DistinctBy(person => person.Id)
                .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Id.Value, StringComparer.Ordinal),
        ];

        bool IsVisible(Talk talk, Series series) => talk.Status != TalkStatus.Draft
            && (announced.Contains(talk.FirstId)
                || (talk.AnnounceAt ?? announceTime(talk)) <= now
                || (series.Listed == Listing.WhenConfirmed && talk.Status == TalkStatus.Confirmed));
    }

    /// <summary>The moment that this is true for.</summary>
    public Instant Now { get; }

    /// <summary>Every visible talk: what runs or comes (soonest first), what has no date, what is over (latest first).</summary>
    public ImmutableArray<PublicTalk> Talks { get; }

    /// <summary>The people of visible talks, by name.</summary>
    public ImmutableArray<Person> People { get; }

    /// <summary>What runs or comes, soonest first, then what has no date yet. A cancelled talk stays listed until its time is over.</summary>
    public IEnumerable<PublicTalk> Upcoming => Talks.Where(talk =>
        talk.Phase is TalkPhase.Running or TalkPhase.Ahead || (talk.Phase == TalkPhase.Undated && talk.Talk.Status != TalkStatus.Cancelled));

    /// <summary>The talk that runs now, or the one that takes place next.</summary>
    public PublicTalk? Next => Upcoming.FirstOrDefault(talk => talk.IsOn && talk.Phase != TalkPhase.Undated);

    /// <summary>What is over, latest first.</summary>
    public IEnumerable<PublicTalk> Past => Talks.Where(talk => talk.Phase == TalkPhase.Over);

    /// <summary>Finds talks by id, number, words of the title, or the people in them.</summary>
    public SearchResult<PublicTalk> FindTalks(string query) => NameSearch.Find(query, Talks, EntryOf);

    public ImmutableArray<PublicTalk> NearestTalks(string query, int count) => NameSearch.Nearest(query, Talks, EntryOf, count);

    /// <summary>Finds people by id, name, native name or alias.</summary>
    public SearchResult<Person> FindPeople(string query) => NameSearch.Find(query, People, SearchEntry.Of);

    public ImmutableArray<Person> NearestPeople(string query, int count) => NameSearch.Nearest(query, People, SearchEntry.Of, count);

    public IEnumerable<PublicTalk> TalksOf(PersonId person) => Talks.Where(talk => talk.People.Any(part => part.Person.Id == person));

    private static SearchEntry EntryOf(PublicTalk talk) => SearchEntry.Of(talk.Talk, talk.Series, talk.People.Select(part => part.Person));

    private static PublicTalk Show(Talk talk, TalkCatalogue catalogue, Instant now)
    {
        var linkFrom = talk.Online?.Reveal is { } reveal && now < reveal ? reveal : (Instant?)null;
        return new PublicTalk(
            linkFrom is null ? talk : talk with { Online = null },
            catalogue.SeriesOf(talk),
            [.. talk.People.Select(part => new PublicPart(catalogue.People[part.Person], part.Role))],
            TalkTimeline.PhaseOf(talk, now),
            linkFrom);
    }
}
