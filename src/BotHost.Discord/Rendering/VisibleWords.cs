using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Tells whether there is anything to see: the platform takes no message without it.</summary>
internal static class VisibleWords
{
    public static bool Any(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsVisible(rune))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Any(ImmutableArray<Inline> content) => !content.IsDefaultOrEmpty && content.Any(inline => inline switch
    {
        Inline.Text text => Any(text.Value),
        Inline.Code code => Any(code.Value),
        Inline.Styled styled => Any(styled.Content),
        Inline.Link link => LinkWords.IsWeb(link.Url) || LinkWords.MailboxToShow("", link.Url) is not null || Any(link.Content),
        Inline.Time => true,
        _ => false,
    });

    public static bool Any(ImmutableArray<Block> blocks) => !blocks.IsDefaultOrEmpty && blocks.Any(block => block switch
    {
        Block.Paragraph paragraph => Any(paragraph.Content),
        Block.Heading heading => Any(heading.Content),
        Block.List list => list.Items.Any(item => Any(item)),
        Block.Quote quote => Any(quote.Content),
        Block.Code code => Any(code.Text),
        _ => false,
    });

    // Some are letters or marks by their category and drawn as nothing: the fillers of Hangul, the empty pattern of Braille, and what only chooses another's shape.
    private static bool IsVisible(Rune rune) =>
        rune.Value is not (0x034F or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
