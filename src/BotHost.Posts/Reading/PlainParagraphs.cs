using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Reading;

/// <summary>Reads a text as it stands: blank lines part paragraphs, line ends stay, nothing is markup.</summary>
internal static class PlainParagraphs
{
    public static RichText Read(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var lines = ImmutableArray.CreateBuilder<Inline>();
        foreach (var line in CleanText.Lines(text).Split('\n').Append(""))
        {
            var words = line.Trim();
            if (words.Length > 0)
            {
                if (lines.Count > 0)
                {
                    lines.Add(new Inline.LineBreak());
                }

                lines.Add(new Inline.Text(words));
            }
            else if (lines.Count > 0)
            {
                blocks.Add(new Block.Paragraph(lines.ToImmutable()));
                lines.Clear();
            }
        }

        return new RichText(blocks.ToImmutable());
    }
}
