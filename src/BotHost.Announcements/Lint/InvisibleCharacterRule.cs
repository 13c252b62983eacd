using System.Collections.Immutable;
using System.Text;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds characters that nobody sees, and that come along when a text is copied from a page or a document.</summary>
/// <remarks>
/// Joiners stay where their script or an emoji needs them, tags in the flags that are made of them. In a text that holds letters
/// written from right to left, direction marks stay, and so do isolates that are closed again; embeddings and overrides never do:
/// they can show a text in another order than it has. Control characters are an error of the readers.
/// </remarks>
public sealed class InvisibleCharacterRule : ICatalogueRule
{
    private const string Name = "invisible-character";

    public ImmutableArray<LintRule> Rules { get; } =
        [new(Name, Severity.Warning, "A text holds a character that nobody sees, such as a zero-width space or a change of direction.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) => WrittenTexts.Entries(catalogue)
        .Concat(catalogue.Channels.Select(channel => channel.Written))
        .SelectMany(written => written.Texts)
        .SelectMany(text => Check(text.Value));

    private static IEnumerable<Finding> Check(SourceText text)
    {
        // Nearly every text is clean, and there are thousands.
        if (!Invisibles.MayStandIn(text.Text))
        {
            return [];
        }

        return Strangers(text.Text)
            .GroupBy(stranger => stranger.Rune)
            .Select(group => Tell(text.At(group.First().Index), group.Key, group.Count()));
    }

    private static List<(int Index, Rune Rune)> Strangers(string text)
    {
        var strangers = new List<(int Index, Rune Rune)>();
        var rightToLeft = Invisibles.HoldsRightToLeft(text);
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Invisibles.NameOf(rune) is not null && !Invisibles.Belongs(text, index, rune, rightToLeft))
            {
                strangers.Add((index, rune));
            }

            index += rune.Utf16SequenceLength;
        }

        return strangers;
    }

    private static Finding Tell(SourceSpan where, Rune rune, int count)
    {
        var times = count == 1 ? "" : $", {count} times";
        return new Finding(
            Severity.Warning,
            where,
            Name,
            $"the text holds U+{rune.Value:X4} {Invisibles.NameOf(rune)}, which nobody sees{times}",
            "delete it: remove the characters on both sides of this place, and type them again");
    }
}
