using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Recognising;

namespace BotHost.Configuration.Import.Texts;

/// <summary>A pasted announcement, line by line.</summary>
internal sealed partial record AnnouncementText(string Source, ImmutableArray<AnnouncementLine> Lines)
{
    /// <summary>Every sign that ends a line somewhere: a word processor's own ones, too.</summary>
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

    public static AnnouncementText Read(string text)
    {
        var lines = ImmutableArray.CreateBuilder<AnnouncementLine>();
        var number = 0;
        foreach (var raw in text.TrimStart('\uFEFF').Split(LineEnds, StringSplitOptions.None))
        {
            number++;
            foreach (var part in LabelRecogniser.Part(Piece.Of(WideGap().Replace(raw.TrimEnd(), "  "))))
            {
                lines.Add(new AnnouncementLine(number, part));
            }
        }

        return new AnnouncementText(text, lines.ToImmutable());
    }

    /// <summary>Space that no page shows; a mile of it would hold up whoever looks for words in it.</summary>
    [GeneratedRegex(@"\s{20,}")]
    private static partial Regex WideGap();
}
