using System.Collections.Immutable;

namespace BotHost.Announcements.Texts;

/// <summary>Parts a text into pieces that fit, at the best place there is.</summary>
public static class TextSplitter
{
    /// <summary>The pieces in order, each as long as it can be; null where some place allows not even one character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fits">Whether this text can be the piece of that number, counted from 0.</param>
    public static ImmutableArray<RichText>? Split(RichText text, Func<RichText, int, bool> fits)
    {
        var pieces = ImmutableArray.CreateBuilder<RichText>();
        var piece = RichText.Empty;
        foreach (var block in text.IsEmpty ? [] : text.Blocks)
        {
            var longer = piece.Then(RichText.Of(block));
            if (fits(longer, pieces.Count))
            {
                piece = longer;
                continue;
            }

            if (piece.IsEmpty)
            {
                return null;
            }

            pieces.Add(piece);
            piece = RichText.Of(block);
            if (!fits(piece, pieces.Count))
            {
                return null;
            }
        }

        pieces.Add(piece);
        return pieces.ToImmutable();
    }
}
