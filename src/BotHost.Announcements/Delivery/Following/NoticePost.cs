using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Makes a notice a post: the talk, the date, the place. Pure.</summary>
public static class NoticePost
{
    public static Post Of(Notice notice, TalkCatalogue catalogue, Talk talk, Channel channel) => notice switch
    {
        Notice.DateSet => DateSet(catalogue, talk, channel),
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, "There are no words for this notice."),
    };

    private static Post DateSet(TalkCatalogue catalogue, Talk talk, Channel channel)
    {
        var language = channel.Languages.IsDefaultOrEmpty ? "en" : channel.Languages[0];
        var words = NoticeWords.For(language);
        var translation = talk.Translations.For(language);
        var series = catalogue.SeriesOf(talk).Name + (talk.Number is null ? "" : $" {talk.Number}");
        var title = $"{words.DateSet}{series}: {translation?.Title ?? talk.Title}";
        ImmutableArray<Inline> when = talk.Start switch
        {
            TalkStart.OnDate on => [new Inline.Text(DateWording.Describe(on.Date, language) + words.TimeFollows)],
            { Instant: { } start } => [new Inline.Time(start, talk.Zone, TimeStyle.Full)],
            _ => [],
        };
        ImmutableArray<Inline> facts = [Strong(words.When), .. when];
        if (talk.Place is { } place)
        {
            var name = translation?.Place ?? place.Name;
            facts = [.. facts, new Inline.LineBreak(), Strong(words.Where), new Inline.Text(place.Address is null ? name : $"{name}, {place.Address}")];
        }

        return new Post
        {
            Lead = [new Inline.Text($"{title} · "), .. when],
            Body = RichText.Of(new Block.Heading(1, [new Inline.Text(title)]), new Block.Paragraph(facts)),
            Silent = channel.Silent,
        };
    }

    private static Inline.Styled Strong(string words) => new(TextStyle.Strong, [new Inline.Text(words)]);
}
