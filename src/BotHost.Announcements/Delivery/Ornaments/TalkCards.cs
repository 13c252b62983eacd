using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Delivery.Ornaments;

/// <summary>Makes what events and threads tell of a talk. Pure.</summary>
public static class TalkCards
{
    /// <summary>In the channel's leading language; a link that members must not see yet is left out.</summary>
    public static TalkCard Of(TalkCatalogue catalogue, Talk talk, Channel channel, Instant now)
    {
        var language = channel.Languages[0];
        var told = TalkInLanguage.Of(catalogue, talk, language);
        return new TalkCard
        {
            Heading = told.Talk.Number is { } number ? $"{told.Series.Name} {number}" : "",
            Title = told.Talk.Title,
            Start = talk.Start.Instant,
            End = talk.End,
            Place = told.Talk.Place is { } place ? string.Join(", ", new[] { place.Name, place.Address }.OfType<string>()) : null,
            Link = talk.Online is { } online && !(now < online.Reveal) ? online.Url : null,
            Elsewhere = talk.Online is null ? catalogue.Community.Name : UsualWords.TakesPlaceOnline(language),
            Summary = told.Talk.Summary,
        };
    }
}
