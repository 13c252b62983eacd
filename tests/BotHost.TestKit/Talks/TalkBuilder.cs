using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.TestKit.Talks;

/// <summary>
/// Makes a talk: unless told otherwise a confirmed talk of the sample series on 20 January 2027, 19:00 in Tokyo,
/// 90 minutes long, on the standard campaign, with no people, places or links.
/// </summary>
public sealed class TalkBuilder(string id = TalkBuilder.SampleId)
{
    public const string SampleId = "asian-talk-176";

    private Talk _talk = new()
    {
        Id = new TalkId(id),
        Series = new SeriesId(CatalogueBuilder.SeriesId),
        Number = id == SampleId ? "176" : null,
        Title = id == SampleId ? "Chinese Immigration and Its Discontents" : $"The talk {id}",
        Start = new TalkStart.At(new LocalDateTime(2027, 1, 20, 19, 0), CatalogueBuilder.Tokyo),
        Zone = CatalogueBuilder.Tokyo,
        Length = Duration.FromMinutes(90),
        Language = "en",
        Status = TalkStatus.Confirmed,
        Campaign = new CampaignId(CatalogueBuilder.CampaignId),
    };

    public TalkBuilder Titled(string title, string? subtitle = null) => With(talk => talk with { Title = title, Subtitle = subtitle });

    public TalkBuilder Numbered(string? number) => With(talk => talk with { Number = number });

    public TalkBuilder In(string series) => With(talk => talk with { Series = new SeriesId(series) });

    public TalkBuilder Is(TalkStatus status) => With(talk => talk with { Status = status });

    /// <summary>Starts at this wall-clock time of the talk's zone.</summary>
    public TalkBuilder At(int year, int month, int day, int hour, int minute = 0) =>
        With(talk => talk with { Start = new TalkStart.At(new LocalDateTime(year, month, day, hour, minute), talk.Zone) });

    public TalkBuilder OnDate(int year, int month, int day) =>
        With(talk => talk with { Start = new TalkStart.OnDate(new LocalDate(year, month, day), talk.Zone) });

    public TalkBuilder ToBeAnnounced(string? reason = null) => With(talk => talk with { Start = new TalkStart.ToBeAnnounced(reason) });

    /// <summary>Moves the talk to a zone, keeping its wall-clock time.</summary>
    public TalkBuilder InZone(string zone)
    {
        var found = DateTimeZoneProviders.Tzdb[zone];
        return With(talk => talk with
        {
            Zone = found,
            Start = talk.Start switch
            {
                TalkStart.At at => at with { Zone = found },
                TalkStart.OnDate on => on with { Zone = found },
                var other => other,
            },
        });
    }

    public TalkBuilder Lasting(int minutes) => With(talk => talk with { Length = Duration.FromMinutes(minutes) });

    public TalkBuilder Summary(string text) => With(talk => talk with { Summary = RichText.Plain(text) });

    public TalkBuilder Place(string name, string? address = null, string? map = null) =>
        With(talk => talk with { Place = new Place(name, address, map is null ? null : new Uri(map)) });

    public TalkBuilder Online(string url, Instant? reveal = null) => With(talk => talk with { Online = new OnlineLink(new Uri(url), reveal) });

    /// <summary>Adds a person's part; the catalogue builder makes people whom nobody described.</summary>
    public TalkBuilder By(string person, string role = "Guest") =>
        With(talk => talk with { People = talk.People.Add(new TalkPerson(new PersonId(person), role)) });

    public TalkBuilder Link(string kind, string label, string url) =>
        With(talk => talk with { Links = talk.Links.Add(new TypedLink(kind, label, new Uri(url))) });

    public TalkBuilder Tagged(params string[] tags) => With(talk => talk with { Tags = [.. tags] });

    public TalkBuilder AnnouncedAt(Instant instant) => With(talk => talk with { AnnounceAt = instant });

    public TalkBuilder OnCampaign(string? campaign) => With(talk => talk with { Campaign = campaign is null ? null : new CampaignId(campaign) });

    /// <summary>For whatever has no word of its own here.</summary>
    public TalkBuilder With(Func<Talk, Talk> change)
    {
        _talk = change(_talk);
        return this;
    }

    public Talk Build() => _talk;
}
