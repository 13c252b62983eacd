using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Makes a notice a post: the talk, the date that was told and the one that is true, the place. Pure.</summary>
public static class NoticePost
{
    public static Post Of(Notice notice, TalkCatalogue catalogue, Talk talk, Channel channel)
    {
        var language = channel.Languages.IsDefaultOrEmpty ? "en" : channel.Languages[0];
        var words = NoticeWords.For(language);
        var translation = talk.Translations.For(language);
        var series = catalogue.SeriesOf(talk).Name + (talk.Number is null ? "" : $" {talk.Number}");
        var title = $"{HeadingOf(notice, talk, words)}{series}: {translation?.Title ?? talk.Title}";
        var planned = TalkStart.Read(FromOf(notice)) is { } told ? When(told, language, words) : [];
        ImmutableArray<Inline> when = notice is Notice.CalledOff ? [] : When(talk.Start, language, words);
        List<ImmutableArray<Inline>> facts = [];
        Add(facts, words.When, when);
        Add(facts, words.Planned, FromOf(notice) == talk.Start.Occasion && when.Length > 0 ? [] : planned);
        if (talk.Place is { } place && notice is not Notice.CalledOff)
        {
            var name = translation?.Place ?? place.Name;
            Add(facts, words.Where, [new Inline.Text(place.Address is null ? name : $"{name}, {place.Address}")]);
        }

        // Who reads only the first line of a postponed talk must not take its old date for the new one.
        var shown = notice is Notice.CalledOff { Status: TalkStatus.Cancelled } ? planned : when;
        return new Post
        {
            Lead = shown.Length == 0 ? [new Inline.Text(title)] : [new Inline.Text($"{title} · "), .. shown],
            Body = facts.Count == 0
                ? RichText.Of(new Block.Heading(1, [new Inline.Text(title)]))
                : RichText.Of(new Block.Heading(1, [new Inline.Text(title)]), new Block.Paragraph(Lines(facts))),
            Silent = channel.Silent,
        };
    }

    private static string HeadingOf(Notice notice, Talk talk, NoticeWords words) => notice switch
    {
        Notice.DateSet => words.DateSet,
        Notice.CalledOff { Status: TalkStatus.Cancelled } => words.Cancelled,
        Notice.CalledOff => words.Postponed,
        Notice.BackOn back when back.From == talk.Start.Occasion => words.BackOn,
        Notice.BackOn { AfterCancellation: true } back => IsSameDay(back.From, talk) ? words.BackOnNewTime : words.BackOnNewDate,
        _ => IsSameDay(FromOf(notice), talk) ? words.NewTime : words.NewDate,
    };

    private static bool IsSameDay(string told, Talk talk) => DayOf(TalkStart.Read(told)) is { } day && day == DayOf(talk.Start);

    private static string FromOf(Notice notice) => notice switch
    {
        Notice.Moved moved => moved.From,
        Notice.CalledOff off => off.From,
        Notice.BackOn back => back.From,
        _ => "",
    };

    private static LocalDate? DayOf(TalkStart? start) => start switch
    {
        TalkStart.At at => at.Local.Date,
        TalkStart.OnDate on => on.Date,
        _ => null,
    };

    private static ImmutableArray<Inline> When(TalkStart start, string language, NoticeWords words) => start switch
    {
        TalkStart.OnDate on => [new Inline.Text(DateWording.Describe(on.Date, language) + words.TimeFollows)],
        TalkStart.At at => [new Inline.Time(at.Instant!.Value, at.Zone, TimeStyle.Full)],
        _ => [],
    };

    private static void Add(List<ImmutableArray<Inline>> facts, string name, ImmutableArray<Inline> value)
    {
        if (value.Length > 0)
        {
            facts.Add([Strong(name), .. value]);
        }
    }

    private static ImmutableArray<Inline> Lines(List<ImmutableArray<Inline>> facts) =>
        [.. facts.SelectMany((fact, index) => index == 0 ? fact : fact.Insert(0, new Inline.LineBreak()))];

    private static Inline.Styled Strong(string words) => new(TextStyle.Strong, [new Inline.Text(words)]);
}
