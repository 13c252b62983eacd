using System.Collections.Immutable;
using System.Globalization;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Commands;

/// <summary>Every word that commands say, in one language.</summary>
#pragma warning disable CA1822 // Instance members, so that another language can stand beside this one without touching a caller.
internal sealed partial class Wording
{
    private static readonly Wording English = new();

    public string Failed => "Sorry, that did not work; the operator finds the reason in the log. Please try again in a moment.";

    public string NothingCanBeKept =>
        "Sorry, that did not work: the bot cannot write anything down at the moment. Whoever runs it has to look; its log says what is wrong and how to mend it.";

    public string UnknownButton => "This button belongs to an older message: please give the command again.";

    public string NothingPlanned => "No talk is planned at the moment. Look in again soon!";

    public string NothingDated => "No talk has a date yet.";

    public string NoLinks => "There are no links for this talk yet.";

    public string ComingTalks => "Coming talks";

    public string Cancelled => "Cancelled";

    public string Postponed => "Postponed: a new date will be told";

    public string JoinOnline => "Join online";

    public string Map => "map";

    public string Their => "Talks";

    public string WhichTalk => "Which talk? Give its number, words of its title, or a speaker, for example:";

    public string WhichSpeaker => "Which speaker? For example:";

    public string SeveralMatch => "Several match. Which one?";

    public string HelpHeading => "What I answer";

    public string ForModerators => "For moderators";

    /// <summary>The asker's language decides; English until there are others.</summary>
    public static Wording For(string? locale)
    {
        _ = locale;
        return English;
    }

    public string Title(Talk talk, Series series) => talk.Number is null ? talk.Title : $"{series.Name} {talk.Number}: {talk.Title}";

    public string Name(Person person) => person.NativeName is { } native && native != person.Name ? $"{person.Name} ({native})" : person.Name;

    public string NoSuchTalk(string query) => $"I know no talk by “{Cut(query)}”.";

    public string NoSuchSpeaker(string query) => $"I know no speaker by “{Cut(query)}”.";

    public string DidYouMean(bool similar) => similar ? "Did you mean:" : "These I know:";

    public string More(int count) => count == 1 ? "And one more." : $"And {count} more.";

    /// <summary>When a talk is, as a line.</summary>
    public ImmutableArray<Inline> When(PublicTalk talk)
    {
        if (talk.Talk.Status == TalkStatus.Postponed)
        {
            return Page.Words(Postponed);
        }

        return (talk.Talk.Start, talk.Talk.Start.Instant) switch
        {
            (_, { } start) when talk.Phase == TalkPhase.Running && talk.IsOn =>
                [Page.Strong("Now"), new Inline.Text(", since "), Full(start, talk.Talk.Zone), .. Until(talk.Talk)],
            (_, { } start) => [Full(start, talk.Talk.Zone), new Inline.Text(" ("), new Inline.Time(start, talk.Talk.Zone, TimeStyle.Relative), new Inline.Text(")")],
            (TalkStart.OnDate day, _) => Page.Words($"{Day(day)}; the hour will be told"),
            (TalkStart.ToBeAnnounced { Reason: { Length: > 0 } reason }, _) => Page.Words($"Date to be announced: {reason}"),
            _ => Page.Words("Date to be announced"),
        };
    }

    /// <summary>When a talk is, short enough for a list.</summary>
    public ImmutableArray<Inline> WhenInList(PublicTalk talk) =>
        talk.Talk.Status != TalkStatus.Postponed && talk.Talk.Start.Instant is { } start ? [Full(start, talk.Talk.Zone)] : When(talk);

    public ImmutableArray<Inline> LinkComes(Instant from, DateTimeZone zone) =>
        [new Inline.Text("Online: the link will be shown here from "), Full(from, zone)];

    public ImmutableArray<Inline> AfterThat(PublicTalk talk) =>
        [new Inline.Text($"After that: {Title(talk.Talk, talk.Series)}, "), .. WhenInList(talk)];

    public string WithoutDate(IEnumerable<PublicTalk> talks) => "Also planned: " + string.Join("; ", talks.Select(talk =>
    {
        var words = talk.Talk is { Status: not TalkStatus.Postponed, Start: TalkStart.ToBeAnnounced { Reason: { Length: > 0 } reason } }
            ? $"date to be announced, {reason}"
            : talk.Talk.Status == TalkStatus.Postponed ? "postponed" : "date to be announced";
        return $"{Title(talk.Talk, talk.Series)} ({words})";
    })) + ".";

    public string Part(PublicPart part) => $"{Name(part.Person)} ({part.Role})";

    public string Kind(string kind) => kind.Length == 0 ? kind : char.ToUpperInvariant(kind[0]) + kind[1..];

    public string Usage(CommandDefinition command) =>
        $"/{command.Name}" + string.Concat(command.Options.Select(option => option.Required ? $" <{option.Name}>" : $" [{option.Name}]"));

    private static string Cut(string query) => Shortening.Shorten(query, 60);

    private static Inline.Time Full(Instant instant, DateTimeZone zone) => new Inline.Time(instant, zone, TimeStyle.Full);

    private static ImmutableArray<Inline> Until(Talk talk) =>
        talk.End is { } end ? [new Inline.Text(", until "), new Inline.Time(end, talk.Zone, TimeStyle.TimeOfDay)] : [];

    private static string Day(TalkStart.OnDate day) =>
        $"{day.Date.ToString("dddd, d MMMM uuuu", CultureInfo.InvariantCulture)} ({day.Zone.Id.Split('/')[^1].Replace('_', ' ')})";
}
