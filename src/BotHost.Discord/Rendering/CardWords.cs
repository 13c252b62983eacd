using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rendering;

/// <summary>Words of a talk's card for places that read no markup: on one line, and without the words that ping everybody. Pure.</summary>
internal static class CardWords
{
    /// <summary>Heading and title where both have room, else the title, cut where even that is too long; null where there is nothing to see.</summary>
    public static string? Name(TalkCard card, int most)
    {
        var (heading, title) = (Line(card.Heading), Line(card.Title));
        if (!VisibleWords.Any(title))
        {
            return VisibleWords.Any(heading) ? Cut(heading, most) : null;
        }

        var both = VisibleWords.Any(heading) ? Isolates.Balance($"{Isolates.Balance(heading)}: {title}") : title;
        return Measure.CodePoints(both) <= most ? Isolates.Balance(both) : Cut(title, most);
    }

    /// <summary>At most so many code points of it; null where there is nothing to see.</summary>
    public static string? Fit(string? text, int most) => text is not null && Line(text) is var line && VisibleWords.Any(line) ? Cut(line, most) : null;

    private static string Line(string text) =>
        PlainEscape.WithoutPings(CleanWords.Of(text).ReplaceLineEndings(" ").Replace('\t', ' ').Trim());

    // Without the marks of direction, what they kept apart may form a ping.
    private static string Cut(string line, int most) =>
        Isolates.Balance(line) is var whole && Measure.CodePoints(whole) <= most ? whole : Measure.Shorten(PlainEscape.WithoutPings(Isolates.Without(line)), most);
}
