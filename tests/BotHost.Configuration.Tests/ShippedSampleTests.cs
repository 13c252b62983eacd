using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;
using NodaTime;

namespace BotHost.Configuration.Tests;

/// <summary>The shipped <c>config/</c> against facts written by hand.</summary>
public sealed class ShippedSampleTests
{
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    private static readonly CatalogueReading Reading = ConfigOnDisk.Read(Path.Combine(ConfigOnDisk.Repository, "config"));

    private static TalkCatalogue Catalogue => Reading.Catalogue!;

    [Fact]
    public void The_sample_is_read_in_silence()
    {
        Assert.Empty(Reading.Findings);
        Assert.NotNull(Reading.Catalogue);
        Assert.Equal(7, Reading.FileCount);
        Assert.True(Catalogue.IsSample);
    }

    [Fact]
    public void The_community_is_Asian_Talk_in_Tokyo()
    {
        Assert.Equal("Asian Talk", Catalogue.Community.Name);
        Assert.Equal("Asia/Tokyo", Catalogue.Community.Zone.Id);
        Assert.Equal(["en"], Catalogue.Community.Languages);
        var series = Assert.Single(Catalogue.Series).Value;
        Assert.Equal("asian-talk", series.Id.Value);
        Assert.Equal("New Event", series.Heading);
        Assert.Equal(Listing.WhenConfirmed, series.Listed);
    }

    [Fact]
    public void Talk_176_is_as_announced()
    {
        var talk = Catalogue.Talks[new TalkId("asian-talk-176")];

        Assert.Equal("176", talk.Number);
        Assert.Equal("Chinese Immigration and Its Discontents", talk.Title);
        Assert.Equal("an interview with Takehiro Masutomo", talk.Subtitle);
        Assert.Equal(new TalkStart.At(new LocalDateTime(2027, 1, 20, 19, 0), Tokyo), talk.Start);
        Assert.Equal(IsoDayOfWeek.Wednesday, ((TalkStart.At)talk.Start).Local.DayOfWeek);
        Assert.Equal(Instant.FromUtc(2027, 1, 20, 11, 30), talk.End);
        Assert.Equal(TalkStatus.Confirmed, talk.Status);
        Assert.Equal("en", talk.Language);
        Assert.Null(talk.AnnounceAt);
        Assert.Equal(
            [new TalkPerson(new PersonId("takehiro-masutomo"), "Guest"), new TalkPerson(new PersonId("chang-che"), "Interviewer")], talk.People);
        Assert.Equal([new TypedLink("book", "The book: Run Ri", new Uri("https://str.toyokeizai.net/books/9784492224243/"))], talk.Links);
        Assert.Equal(4, talk.Summary.Blocks.Length);
        Assert.Contains("潤/润", ParagraphReader.TextOf(talk.Summary), StringComparison.Ordinal);
        Assert.DoesNotContain("Masumoto", ParagraphReader.TextOf(talk.Summary), StringComparison.Ordinal);
    }

    [Fact]
    public void Talk_176_has_a_poster_with_words_for_who_cannot_see_it()
    {
        var poster = Catalogue.Talks[new TalkId("asian-talk-176")].Image!;

        Assert.Equal((PictureFormat.Png, 1200, 630), (poster.Content!.Format, poster.Content.Width, poster.Content.Height));
        Assert.InRange(poster.Content.Length, 1, 200_000);
        Assert.NotNull(poster.Alt);
    }

    [Fact]
    public void Starts_are_told_in_four_zones()
    {
        string[] zones = ["Asia/Tokyo", "Asia/Taipei", "Europe/Berlin", "America/New_York"];

        Assert.All(Catalogue.Channels, channel => Assert.Equal(zones, channel.Zones.Select(zone => zone.Zone.Id)));
    }

    [Fact]
    public void A_later_talk_shows_place_and_hidden_link()
    {
        var talk = Catalogue.Talks[new TalkId("asian-talk-177")];

        Assert.Equal(Instant.FromUtc(2027, 2, 17, 10, 30), talk.Start.Instant);
        Assert.Equal(Duration.FromMinutes(75), talk.Length);
        Assert.Equal(new Place("Sample House, room 2", "1-2-3 Example Street, Tokyo", new Uri("https://example.org/map")), talk.Place);
        Assert.Equal(new OnlineLink(new Uri("https://example.org/join/177"), Instant.FromUtc(2027, 2, 17, 9, 30)), talk.Online);
        Assert.Equal(["travel", "fiction"], talk.Tags);
        Assert.Equal([new TalkPerson(new PersonId("tama-hoshino"), "Guest")], talk.People);
    }

    [Fact]
    public void A_third_talk_waits_for_its_date()
    {
        var talk = Catalogue.Talks[new TalkId("asian-talk-178")];

        Assert.Equal(new TalkStart.ToBeAnnounced("the venue has not confirmed an evening yet"), talk.Start);
        Assert.Equal(TalkStatus.Confirmed, talk.Status);
        Assert.Equal("Asia/Tokyo", talk.Zone.Id);
        Assert.Null(talk.End);
    }

    [Fact]
    public void The_people_are_the_two_real_ones_and_an_invented_one()
    {
        Assert.Equal(["chang-che", "takehiro-masutomo", "tama-hoshino"], Catalogue.People.Keys.Select(id => id.Value).Order(StringComparer.Ordinal));
        var guest = Catalogue.People[new PersonId("takehiro-masutomo")];
        Assert.Equal("Takehiro Masutomo", guest.Name);
        Assert.Equal(["Yudai Masutomo"], guest.Aliases);
        Assert.Equal(3, guest.Bio.Blocks.Length);
        Assert.Contains("fictional", ParagraphReader.TextOf(Catalogue.People[new PersonId("tama-hoshino")].Bio), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_one_channel_on_each_platform()
    {
        Assert.Equal(
            ["discord-announcements discord:910000000000000001", "telegram-announcements telegram:-1002000000001"],
            Catalogue.Channels.Select(channel => $"{channel.Id} {channel.Address}"));
        Assert.All(Catalogue.Channels, channel => Assert.Null(channel.Mention));
        Assert.All(Catalogue.Channels, channel => Assert.Equal(["en"], channel.Languages));
    }

    [Fact]
    public void The_campaign_has_six_steps()
    {
        Step[] steps =
        [
            new(new StepId("announce"), StepKind.Announcement, new StepTime.DaysBefore(21, new LocalTime(10, 0)), Mentions: true),
            new(new StepId("week-before"), StepKind.Reminder, new StepTime.DaysBefore(7, new LocalTime(10, 0))),
            new(new StepId("day-before"), StepKind.Reminder, new StepTime.DaysBefore(1, new LocalTime(10, 0))),
            new(new StepId("hour-before"), StepKind.Reminder, new StepTime.Before(Duration.FromHours(1))),
            new(new StepId("starting"), StepKind.Starting, new StepTime.AtStart()),
            new(new StepId("thanks"), StepKind.Thanks, new StepTime.AfterEnd(Duration.FromHours(1))),
        ];

        Assert.Equal(steps, Assert.Single(Catalogue.Campaigns).Value.Steps);
        Assert.All(Catalogue.Talks.Values, talk => Assert.Equal("standard", talk.Campaign?.Value));
    }

    [Fact]
    public void Moderators_are_named_on_both_platforms()
    {
        var discord = Catalogue.ModeratorsOn(new PlatformId("discord"));
        var telegram = Catalogue.ModeratorsOn(new PlatformId("telegram"));

        Assert.Equal(["920000000000000002"], discord.Users);
        var guild = Assert.Single(discord.Places);
        Assert.Equal("900000000000000001", guild.Id);
        Assert.Equal(["manage_guild"], guild.Permissions);
        Assert.False(guild.AdminsModerate);
        Assert.Equal(["2002"], telegram.Users);
        var chat = Assert.Single(telegram.Places);
        Assert.Equal("-1002000000001", chat.Id);
        Assert.True(chat.AdminsModerate);
        Assert.Empty(chat.Permissions);
    }
}
