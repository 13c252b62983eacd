using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Talks;

public sealed class PublicCatalogueTests
{
    private static readonly Instant AnnounceTime = Instant.FromUtc(2026, 12, 30, 1, 0);
    private static readonly Instant Before = AnnounceTime - Duration.FromSeconds(1);
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 20, 10, 0);

    /// <summary>Status, how the series lists, whether a post was sent, whether the announce time is reached: is it visible?</summary>
    public static TheoryData<TalkStatus, Listing, bool, bool, bool> Visibility => new()
    {
        { TalkStatus.Draft, Listing.WhenAnnounced, false, false, false },
        { TalkStatus.Draft, Listing.WhenAnnounced, false, true, false },
        { TalkStatus.Draft, Listing.WhenAnnounced, true, false, false },
        { TalkStatus.Draft, Listing.WhenAnnounced, true, true, false },
        { TalkStatus.Draft, Listing.WhenConfirmed, false, false, false },
        { TalkStatus.Draft, Listing.WhenConfirmed, false, true, false },
        { TalkStatus.Draft, Listing.WhenConfirmed, true, false, false },
        { TalkStatus.Draft, Listing.WhenConfirmed, true, true, false },
        { TalkStatus.Confirmed, Listing.WhenAnnounced, false, false, false },
        { TalkStatus.Confirmed, Listing.WhenAnnounced, false, true, true },
        { TalkStatus.Confirmed, Listing.WhenAnnounced, true, false, true },
        { TalkStatus.Confirmed, Listing.WhenAnnounced, true, true, true },
        { TalkStatus.Confirmed, Listing.WhenConfirmed, false, false, true },
        { TalkStatus.Confirmed, Listing.WhenConfirmed, false, true, true },
        { TalkStatus.Confirmed, Listing.WhenConfirmed, true, false, true },
        { TalkStatus.Postponed, Listing.WhenAnnounced, false, false, false },
        { TalkStatus.Postponed, Listing.WhenAnnounced, false, true, true },
        { TalkStatus.Postponed, Listing.WhenAnnounced, true, false, true },
        { TalkStatus.Postponed, Listing.WhenConfirmed, false, false, false },
        { TalkStatus.Postponed, Listing.WhenConfirmed, true, false, true },
        { TalkStatus.Cancelled, Listing.WhenAnnounced, false, false, false },
        { TalkStatus.Cancelled, Listing.WhenAnnounced, false, true, true },
        { TalkStatus.Cancelled, Listing.WhenAnnounced, true, false, true },
        { TalkStatus.Cancelled, Listing.WhenConfirmed, false, false, false },
        { TalkStatus.Cancelled, Listing.WhenConfirmed, true, false, true },
    };

    [Theory]
    [MemberData(nameof(Visibility))]
    public void A_talk_shows_only_when_it_is_meant_to(TalkStatus status, Listing listing, bool announced, bool due, bool visible)
    {
        var talk = new TalkBuilder().Is(status).By("chang-che").Build();
        var catalogue = new CatalogueBuilder().Listed(listing).With(talk).Build();

        var seen = new PublicCatalogue(catalogue, due ? AnnounceTime : Before, announced ? new HashSet<TalkId> { talk.Id } : [], _ => AnnounceTime);

        Assert.Equal(visible, seen.Talks.Any());
        Assert.Equal(visible, seen.People.Any());
        Assert.Equal(visible, seen.FindTalks("176").All.Any());
        Assert.Equal(visible, seen.FindPeople("chang").All.Any());
        Assert.Equal(visible, seen.NearestTalks("discontent", 3).Any());
    }

    [Fact]
    public void The_announce_time_of_the_talk_itself_goes_before_the_one_of_its_campaign()
    {
        var catalogue = new CatalogueBuilder()
            .With(new TalkBuilder("early").AnnouncedAt(Before), new TalkBuilder("late").AnnouncedAt(AnnounceTime), new TalkBuilder("never").OnCampaign(null))
            .Build();

        var seen = new PublicCatalogue(catalogue, Before, new HashSet<TalkId>(), talk => talk.Campaign is null ? null : AnnounceTime);

        Assert.Equal(["early"], Ids(seen.Talks));
    }

    [Fact]
    public void An_online_link_shows_from_its_reveal_time_on_and_until_then_only_when_it_will()
    {
        var reveal = Start - Duration.FromHours(1);
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().Online("https://meet.example/176", reveal)).Build();

        var early = Assert.Single(Seen(catalogue, reveal - Duration.FromTicks(1)).Talks);
        var later = Assert.Single(Seen(catalogue, reveal).Talks);

        Assert.Null(early.Talk.Online);
        Assert.Equal(reveal, early.LinkFrom);
        Assert.Equal("https://meet.example/176", later.Talk.Online?.Url.AbsoluteUri);
        Assert.Null(later.LinkFrom);
    }

    [Fact]
    public void An_online_link_without_a_reveal_time_shows_with_its_talk()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().Online("https://meet.example/176")).Build();

        var talk = Assert.Single(Seen(catalogue, AnnounceTime).Talks);

        Assert.NotNull(talk.Talk.Online);
    }

    [Fact]
    public void What_comes_is_in_order_with_the_undated_last_and_what_is_over_latest_first()
    {
        var catalogue = new CatalogueBuilder()
            .With(
                new TalkBuilder("over-last-week").At(2027, 1, 13, 19),
                new TalkBuilder("over-last-year").At(2026, 1, 13, 19),
                new TalkBuilder("running").At(2027, 1, 20, 18),
                new TalkBuilder("soon").At(2027, 1, 20, 21),
                new TalkBuilder("some-time-today").OnDate(2027, 1, 20),
                new TalkBuilder("called-off").At(2027, 1, 20, 20).Is(TalkStatus.Cancelled),
                new TalkBuilder("called-off-for-good").ToBeAnnounced().Is(TalkStatus.Cancelled),
                new TalkBuilder("put-off").At(2027, 1, 1, 19).Is(TalkStatus.Postponed),
                new TalkBuilder("after-the-summer").ToBeAnnounced("after the summer"),
                new TalkBuilder("next-month").At(2027, 2, 20, 19))
            .Build();

        var seen = Seen(catalogue, Start);

        Assert.Equal(
            ["some-time-today", "running", "called-off", "soon", "next-month", "after-the-summer", "put-off"],
            Ids(seen.Upcoming));
        Assert.Equal(["over-last-week", "over-last-year"], Ids(seen.Past));
    }

    /// <summary>Minutes after the start of a talk of 90 minutes: does it count as now?</summary>
    [Theory]
    [InlineData(-1, TalkPhase.Ahead)]
    [InlineData(0, TalkPhase.Running)]
    [InlineData(90, TalkPhase.Running)]
    [InlineData(91, TalkPhase.Over)]
    public void A_running_talk_is_the_next_one_until_its_end(int minutes, TalkPhase phase)
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder(), new TalkBuilder("later").At(2027, 2, 20, 19)).Build();

        var seen = Seen(catalogue, Start + Duration.FromMinutes(minutes));

        Assert.Equal(phase, seen.Talks.Single(talk => talk.Id.Value == TalkBuilder.SampleId).Phase);
        Assert.Equal(phase == TalkPhase.Over ? "later" : TalkBuilder.SampleId, seen.Next?.Id.Value);
    }

    [Fact]
    public void A_day_without_an_hour_is_over_when_the_day_is_over_in_the_talks_zone()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().OnDate(2027, 1, 20)).Build();
        var midnightInTokyo = Instant.FromUtc(2027, 1, 20, 15, 0);

        Assert.Single(Seen(catalogue, midnightInTokyo - Duration.FromSeconds(1)).Upcoming);
        Assert.Empty(Seen(catalogue, midnightInTokyo).Upcoming);
    }

    [Fact]
    public void A_talk_that_does_not_take_place_is_never_the_next_one()
    {
        var catalogue = new CatalogueBuilder()
            .With(
                new TalkBuilder("called-off").Is(TalkStatus.Cancelled),
                new TalkBuilder("put-off").Is(TalkStatus.Postponed),
                new TalkBuilder("undated").ToBeAnnounced())
            .Build();

        Assert.Null(Seen(catalogue, AnnounceTime).Next);
    }

    [Fact]
    public void The_talks_of_a_person_are_the_visible_ones()
    {
        var catalogue = new CatalogueBuilder()
            .With(
                new TalkBuilder("shown").By("chang-che"),
                new TalkBuilder("draft").By("chang-che").Is(TalkStatus.Draft),
                new TalkBuilder("other").By("takehiro-masutomo"))
            .Build();

        Assert.Equal(["shown"], Ids(Seen(catalogue, AnnounceTime).TalksOf(new PersonId("chang-che"))));
    }

    private static PublicCatalogue Seen(TalkCatalogue catalogue, Instant now) => new(catalogue, now, new HashSet<TalkId>(), _ => Instant.MinValue);

    private static IEnumerable<string> Ids(IEnumerable<PublicTalk> talks) => talks.Select(talk => talk.Id.Value);
}
