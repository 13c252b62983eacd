using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Cuts an answer to a length: between blocks where it can, else inside one, which then loses its form.</summary>
internal static class ReplyText
{
    private const string Cut = "\n\n…";

    public static string Fit(RichText text, int most)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        var whole = BlockMarkdown.Write(text.Blocks);
        if (Measure.CodePoints(whole) <= most)
        {
            return whole;
        }

        var count = text.Blocks.Length;
        while (--count > 0)
        {
            var part = BlockMarkdown.Write(text.Blocks[..count]) + Cut;
            if (Measure.CodePoints(part) <= most)
            {
                return part;
            }
        }

        return FitWords(PlainWords.Of(RichText.Of(text.Blocks[0])), most);
    }

    // Escaping lengthens words by what they are, so the cut is made before it and searched for.
    private static string FitWords(string words, int most)
    {
        var (low, high) = (0, Math.Min(most, Measure.CodePoints(words)));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Measure.CodePoints(PlainEscape.Escape(Measure.Shorten(words, middle))) <= most)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return PlainEscape.Escape(Measure.Shorten(words, low));
    }
}
