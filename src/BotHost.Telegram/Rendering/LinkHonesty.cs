using System.Buffers;
using System.Text.RegularExpressions;

namespace BotHost.Telegram.Rendering;

/// <summary>Finds links whose words promise another page than they open.</summary>
internal static partial class LinkHonesty
{
    private static readonly SearchValues<char> Dots = SearchValues.Create(".．｡");

    /// <summary>The host to show after the words, or null where the words promise nothing else.</summary>
    public static string? HostToShow(string words, Uri url)
    {
        if (words.AsSpan().IndexOfAny(Dots) < 0)
        {
            return null;
        }

        var visible = Invisible().Replace(words, "");
        foreach (Match match in HostLike().Matches(visible))
        {
            var promised = Bare(match.Value.Replace('．', '.').Replace('｡', '.'));
            if (promised != Bare(url.IdnHost) && promised != Bare(url.Host))
            {
                return url.IdnHost;
            }
        }

        return null;
    }

    private static string Bare(string host)
    {
        var lower = host.ToLowerInvariant();
        return lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
    }

    // It looks from the start of a word only: from each of its letters a long word would be read again and again.
    [GeneratedRegex("(?<![\\p{L}\\p{N}_-])[\\p{L}\\p{N}_-]+(?:[.．｡][\\p{L}\\p{N}_-]+)*[.．｡]\\p{L}[\\p{L}\\p{N}-]+")]
    private static partial Regex HostLike();

    [GeneratedRegex("\\p{Cf}")]
    private static partial Regex Invisible();
}
