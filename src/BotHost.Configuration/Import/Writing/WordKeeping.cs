using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;

namespace BotHost.Configuration.Import.Writing;

/// <summary>Compares what was written with what was pasted, so that no word is lost by a shape that nobody thought of.</summary>
internal static partial class WordKeeping
{
    /// <summary>The lines with a word that stands neither in the files nor in a label that was understood.</summary>
    public static IReadOnlyList<string> Lost(AnnouncementText text, IEnumerable<string> labels, IEnumerable<string> files)
    {
        var kept = string.Join('\n', files).Replace("\\", "", StringComparison.Ordinal);
        var words = Words().Matches(kept).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);
        var understood = labels.SelectMany(label => Words().Matches(label)).Select(word => word.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. text.Lines.Select(line => line.Whole.Raw.Trim())
                .Where(line => Words().Matches(line).Any(word => !words.Contains(word.Value) && !kept.Contains(word.Value, StringComparison.Ordinal) && !understood.Contains(word.Value.ToLowerInvariant()))),
        ];
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+")]
    private static partial Regex Words();
}
