namespace BotHost.Announcements.Texts;

/// <summary>
/// A text as a row of passages, of which the first ones make sense without the rest: the sentences of its first paragraph, then its blocks.
/// A heading belongs to what it stands above.
/// </summary>
public static class Passages
{
    public static int Count(RichText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ends(text).Count();
    }

    /// <summary>The first passages; all of the text where there are no more.</summary>
    public static RichText Take(RichText text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (count <= 0 || text.IsEmpty)
        {
            return RichText.Empty;
        }

        var (blocks, place) = Ends(text).Take(count).Last();
        return place is { } sentence && text.Blocks[blocks - 1] is Block.Paragraph paragraph
            ? new RichText(text.Blocks[..(blocks - 1)].Add(paragraph with { Content = InlineCut.At(paragraph.Content, sentence).Head }))
            : new RichText(text.Blocks[..blocks]);
    }

    /// <summary>Where each passage ends: after so many blocks, and where the last of them is not whole, at which place of it.</summary>
    private static IEnumerable<(int Blocks, int? Place)> Ends(RichText text)
    {
        var isFirst = true;
        for (var index = 0; index < (text.IsEmpty ? 0 : text.Blocks.Length); index++)
        {
            var block = text.Blocks[index];
            if (block is Block.Heading && index + 1 < text.Blocks.Length)
            {
                continue;
            }

            if (isFirst && block is Block.Paragraph paragraph)
            {
                foreach (var place in BreakPlaces.Sentences(InlineCut.Words(paragraph.Content)))
                {
                    yield return (index + 1, place);
                }
            }

            isFirst = false;
            yield return (index + 1, null);
        }
    }
}
