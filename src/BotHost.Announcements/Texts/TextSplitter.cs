using System.Collections.Immutable;

namespace BotHost.Announcements.Texts;

/// <summary>
/// Parts a text into pieces that fit, at the best place there is: between blocks, else between sentences, else at blanks or between ideographs,
/// else between characters as readers see them. Links and moments are never parted, and a heading stays with what it stands above.
/// </summary>
public static class TextSplitter
{
    /// <summary>The pieces in order, each as long as it can be; null where some place allows not even one character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fits">Whether this text can be the piece of that number, counted from 0.</param>
    public static ImmutableArray<RichText>? Split(RichText text, Func<RichText, int, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fits);
        var pieces = ImmutableArray.CreateBuilder<RichText>();
        var left = text.IsEmpty ? [] : text.Blocks;
        while (!left.IsEmpty)
        {
            var number = pieces.Count;
            if (BlockCut.At(left, blocks => fits(new RichText(blocks), number)) is not { } cut)
            {
                return null;
            }

            pieces.Add(new RichText(cut.Head));
            left = cut.Tail;
        }

        return pieces.ToImmutable();
    }
}
