using System.Buffers;
using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Lint;

/// <summary>How much there is to say of a talk in all of its languages; for passing over the short ones.</summary>
/// <remarks>In UTF-16 units, and a sign that some platform's markup might want to have escaped counts for two.</remarks>
internal static class TextSum
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\`*_~|>#-+=[](){}.!<&@:\n");

    public static int Of(Talk talk, ImmutableArray<Person> people) =>
        Of(talk.Title)
        + Of(talk.Subtitle)
        + Of(talk.Summary.Blocks)
        + Of(talk.Place?.Name) + Of(talk.Place?.Address)
        + Of(talk.Links)
        + talk.People.Sum(part => Of(part.Role))
        + talk.Translations.ByTag.Values.Sum(texts => Of(texts.Title) + Of(texts.Subtitle) + Of(texts.Summary.Blocks))
        + people.Sum(Of);

    private static int Of(Person person) =>
        Of(person.Name)
        + Of(person.NativeName)
        + Of(person.Headline)
        + Of(person.Bio.Blocks)
        + Of(person.Links)
        + person.Translations.ByTag.Values.Sum(texts => Of(texts.Headline) + Of(texts.Bio.Blocks));

    private static int Of(string? text)
    {
        var signs = 0;
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(Signs); at >= 0; at = rest.IndexOfAny(Signs))
        {
            signs++;
            rest = rest[(at + 1)..];
        }

        return (text?.Length ?? 0) + signs;
    }

    // Posts name an address in ASCII alone: a letter of another script goes out as up to three bytes, and each of them as three signs.
    private static int Of(Uri url)
    {
        var coded = 0;
        foreach (var character in url.OriginalString)
        {
            coded += char.IsAscii(character) ? 0 : 8;
        }

        return Of(url.OriginalString) + coded;
    }

    private static int Of(ImmutableArray<TypedLink> links) => links.Sum(link => Of(link.Label) + Of(link.Url));

    private static int Of(ImmutableArray<Block> blocks) => blocks.IsDefaultOrEmpty ? 0 : blocks.Sum(Of);

    private static int Of(Block block) => block switch
    {
        Block.Paragraph paragraph => Of(paragraph.Content),
        Block.Heading heading => Of(heading.Content),
        Block.Quote quote => Of(quote.Content),
        Block.List list => list.Items.Sum(item => Of(item)),
        Block.Code code => Of(code.Text),
        _ => 0,
    };

    private static int Of(ImmutableArray<Inline> inlines) => inlines.Sum(inline => inline switch
    {
        Inline.Text text => Of(text.Value),
        Inline.Code code => Of(code.Value),
        Inline.Styled styled => Of(styled.Content),
        Inline.Link link => Of(link.Content) + Of(link.Url),
        _ => 1,
    });
}
