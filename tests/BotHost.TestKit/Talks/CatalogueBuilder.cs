using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.TestKit.Talks;

/// <summary>
/// Makes a catalogue: the sample series in Tokyo, its standard campaign of six steps, one channel on each of two platforms,
/// and moderators on both. It has no talks until they are added.
/// </summary>
public sealed class CatalogueBuilder
{
    public const string SeriesId = "asian-talk";

    public const string CampaignId = "standard";

    public const string DiscordChannelAddress = "910000000000000001";

    public const string TelegramChannelAddress = "-1002000000001";

    /// <summary>The server whose rights count, and the role in it that moderates.</summary>
    public const string DiscordGuild = "920000000000000001";

    public const string DiscordModeratorRole = "930000000000000001";

    public const string DiscordModerator = "940000000000000001";

    /// <summary>The group whose administrators moderate.</summary>
    public const string TelegramModeratorGroup = "-1002000000009";

    public const string TelegramModerator = "5000000001";

    private readonly Dictionary<PersonId, Person> _people = [];
    private TalkCatalogue _catalogue = Default();

    public static DateTimeZone Tokyo { get; } = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    public static PlatformId Discord { get; } = new("discord");

    public static PlatformId Telegram { get; } = new("telegram");

    /// <summary>The six steps of the standard campaign.</summary>
    public static Campaign StandardCampaign { get; } = new(
        new CampaignId(CampaignId),
        [
            new Step(new StepId("announce"), StepKind.Announcement, new StepTime.DaysBefore(21, new LocalTime(10, 0)), Mentions: true),
            new Step(new StepId("week-before"), StepKind.Reminder, new StepTime.DaysBefore(7, new LocalTime(10, 0))),
            new Step(new StepId("day-before"), StepKind.Reminder, new StepTime.DaysBefore(1, new LocalTime(10, 0))),
            new Step(new StepId("hour-before"), StepKind.Reminder, new StepTime.Before(Duration.FromHours(1))),
            new Step(new StepId("starting"), StepKind.Starting, new StepTime.AtStart()),
            new Step(new StepId("thanks"), StepKind.Thanks, new StepTime.AfterEnd(Duration.FromHours(1))),
        ]);

    public static Channel DiscordChannel { get; } = new()
    {
        Id = new ChannelId("announcements"),
        Address = new ChannelAddress(Discord, DiscordChannelAddress),
        Languages = ["en"],
    };

    public static Channel TelegramChannel { get; } = new()
    {
        Id = new ChannelId("news"),
        Address = new ChannelAddress(Telegram, TelegramChannelAddress),
        Languages = ["en"],
    };

    public CatalogueBuilder With(params TalkBuilder[] talks) => With([.. talks.Select(talk => talk.Build())]);

    public CatalogueBuilder With(params Talk[] talks) => Change(catalogue => catalogue with
    {
        Talks = catalogue.Talks.SetItems(talks.Select(talk => KeyValuePair.Create(talk.Id, talk))),
    });

    public CatalogueBuilder With(params PersonBuilder[] people)
    {
        foreach (var person in people.Select(person => person.Build()))
        {
            _people[person.Id] = person;
        }

        return this;
    }

    /// <summary>Replaces the channels.</summary>
    public CatalogueBuilder Channels(params Channel[] channels) => Change(catalogue => catalogue with { Channels = [.. channels] });

    public CatalogueBuilder With(Campaign campaign) =>
        Change(catalogue => catalogue with { Campaigns = catalogue.Campaigns.SetItem(campaign.Id, campaign) });

    public CatalogueBuilder With(Series series) =>
        Change(catalogue => catalogue with { Series = catalogue.Series.SetItem(series.Id, series) });

    /// <summary>From when on the sample series lists its talks.</summary>
    public CatalogueBuilder Listed(Listing listing) => Change(catalogue =>
    {
        var series = catalogue.Series[new SeriesId(SeriesId)];
        return catalogue with { Series = catalogue.Series.SetItem(series.Id, series with { Listed = listing }) };
    });

    /// <summary>Replaces the moderators.</summary>
    public CatalogueBuilder Moderators(params ModeratorRules[] rules) => Change(catalogue => catalogue with { Moderators = [.. rules] });

    /// <summary>For whatever has no word of its own here.</summary>
    public CatalogueBuilder Change(Func<TalkCatalogue, TalkCatalogue> change)
    {
        _catalogue = change(_catalogue);
        return this;
    }

    /// <summary>Freezes it; people whom talks name and nobody described get their defaults.</summary>
    public TalkCatalogue Build()
    {
        var named = _catalogue.Talks.Values.SelectMany(talk => talk.People).Select(part => part.Person);
        foreach (var person in named.Where(person => !_people.ContainsKey(person)).Distinct())
        {
            _people[person] = new PersonBuilder(person.Value).Build();
        }

        return _catalogue with { People = _people.ToImmutableDictionary() };
    }

    private static TalkCatalogue Default()
    {
        var series = new Series
        {
            Id = new SeriesId(SeriesId),
            Name = "Asian Talk",
            Heading = "New Event",
            Zone = Tokyo,
            Length = Duration.FromMinutes(90),
            Campaign = StandardCampaign.Id,
        };
        return new TalkCatalogue
        {
            Community = new Community("Asian Talk", Tokyo, ["en"]),
            Series = ImmutableDictionary<SeriesId, Series>.Empty.Add(series.Id, series),
            Campaigns = ImmutableDictionary<CampaignId, Campaign>.Empty.Add(StandardCampaign.Id, StandardCampaign),
            Channels = [DiscordChannel, TelegramChannel],
            Moderators =
            [
                new ModeratorRules(
                    Discord,
                    [DiscordModerator],
                    [new ModeratorPlace(DiscordGuild, [DiscordModeratorRole], ["manage_guild"], AdminsModerate: false)]),
                new ModeratorRules(
                    Telegram,
                    [TelegramModerator],
                    [new ModeratorPlace(TelegramModeratorGroup, [], [], AdminsModerate: true)]),
            ],
        };
    }
}
