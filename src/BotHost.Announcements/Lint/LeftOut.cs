using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>What an announcement on some rung of the fit ladder will not tell, in an organiser's words. Pure.</summary>
/// <param name="Severity">A note where it is only biographies.</param>
/// <param name="Path">The key of the talk under which the remedy is at hand.</param>
/// <param name="Shown">What stands there instead of everything.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record LeftOut(Severity Severity, string Path, string Shown, string Remedy)
{
    private const string Shorten = "shorten the texts, or write posts: separate in the channel";

    /// <param name="detail">The rung.</param>
    /// <param name="cutsBios">Whether a shorter biography is one that nobody wrote as such.</param>
    /// <param name="hasFurther">Whether the channel's further languages have texts of their own.</param>
    /// <returns>Null where nothing is lost.</returns>
    public static LeftOut? Of(PostDetail detail, bool cutsBios, bool hasFurther)
    {
        if (detail.Leading == Rung.Full)
        {
            return OfFurther(detail.Others, cutsBios);
        }

        var leading = OfLeading(detail.Leading, cutsBios);
        if (!hasFurther)
        {
            return leading;
        }

        // Whole summaries are gone, whatever became of the leading one.
        var further = detail.Others == Rung.Gone ? "nothing in its further languages" : "only the title in its further languages";
        return new LeftOut(Severity.Warning, "summary", leading is null ? further : $"{leading.Shown}, and {further}", Shorten);
    }

    private static LeftOut? OfLeading(Rung rung, bool cutsBios) => rung switch
    {
        Rung.ShortBios when cutsBios => new LeftOut(
            Severity.Note, "people", "the first paragraphs of biographies instead of whole ones", "shorten them, or give the people a headline: to stand in their place"),
        Rung.NamesOnly => new LeftOut(Severity.Note, "people", "names without biographies", "shorten the summary or the biographies"),
        Rung.ShortSummary => new LeftOut(
            Severity.Warning, "summary", "no biographies, and only the beginning of the summary", "shorten the summary, or put what matters most at its beginning"),
        Rung.FactsOnly => new LeftOut(
            Severity.Warning, "summary", "neither summary nor names, only title, time, place and links", "shorten the summary's first sentences"),
        _ => null,
    };

    private static LeftOut? OfFurther(Rung rung, bool cutsBios) => rung switch
    {
        Rung.ShortBios when cutsBios => new LeftOut(
            Severity.Note, "people", "shorter biographies in its further languages", "shorten them, or write posts: separate in the channel"),
        Rung.NamesOnly => new LeftOut(Severity.Note, "people", "names without biographies in its further languages", Shorten),
        Rung.ShortSummary => new LeftOut(
            Severity.Warning, "summary", "only the title and the summary's first paragraph in its further languages", Shorten),
        Rung.FactsOnly => new LeftOut(Severity.Warning, "summary", "only the title in its further languages", Shorten),
        _ => null,
    };
}
