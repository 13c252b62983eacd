using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;

namespace BotHost.Posts.Composing;

/// <summary>What each rung of the fit ladder still tells. Whole paragraphs go; nothing is cut in the middle.</summary>
internal static class Abridgement
{
    /// <param name="talk">The talk.</param>
    /// <param name="rung">How much is told.</param>
    /// <param name="passages">How many passages a short summary has; null: its first paragraph.</param>
    public static RichText Summary(Talk talk, Rung rung, int? passages) => rung switch
    {
        Rung.FactsOnly => RichText.Empty,
        Rung.ShortSummary => Beginning(talk.Summary, passages is { } count ? Passages.Take(talk.Summary, count) : FirstParagraph(talk.Summary)),
        _ => talk.Summary,
    };

    public static ImmutableArray<TalkPerson> People(Talk talk, Rung rung) =>
        rung is Rung.FactsOnly ? [] : talk.People;

    public static RichText Bio(Person person, Rung rung) => rung switch
    {
        Rung.Full => person.Bio.IsEmpty ? Headline(person) : person.Bio,
        Rung.ShortBios => ShortBio(person),
        _ => RichText.Empty,
    };

    /// <summary>The headline was written to be short; without one, or where it is not, the first paragraph must do.</summary>
    private static RichText ShortBio(Person person)
    {
        var headline = Headline(person);
        if (person.Bio.IsEmpty)
        {
            return headline;
        }

        var first = FirstParagraph(person.Bio);
        return headline.IsEmpty || TextLength.Of(headline) > TextLength.Of(first) ? first : headline;
    }

    private static RichText Headline(Person person) =>
        person.Headline is { } headline && CleanText.Line(headline) is { Length: > 0 } clean ? RichText.Plain(clean) : RichText.Empty;

    private static RichText Beginning(RichText whole, RichText beginning) => beginning == whole ? whole : Unfinished.Of(beginning);

    /// <summary>With the headings above it.</summary>
    private static RichText FirstParagraph(RichText text)
    {
        var headings = text.Blocks.TakeWhile(block => block is Block.Heading).Count();
        return new RichText([.. text.Blocks.Take(headings + 1)]);
    }
}
