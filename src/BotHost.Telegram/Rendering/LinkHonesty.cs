using System.Buffers;
using System.Text.RegularExpressions;

namespace BotHost.Telegram.Rendering;

/// <summary>Finds links whose words promise another page than they open.</summary>
internal static partial class LinkHonesty
{
    /// <summary>What browsers read as the dot between the parts of a host, and what only looks like it.</summary>
    private const string OtherDots = "．。｡\u2024\uFE52";

    private static readonly SearchValues<char> Dots = SearchValues.Create("." + OtherDots);

    /// <summary>The host to show after the words, or null where the words promise nothing else.</summary>
    public static string? HostToShow(string words, Uri url)
    {
        if (words.AsSpan().IndexOfAny(Dots) < 0)
        {
            return null;
        }

        var host = LinkTarget.HostOf(url) ?? url.Host;
        var visible = Invisible().Replace(CleanText.Clean(words), "");
        foreach (Match match in HostLike().Matches(visible))
        {
            var promised = Bare(OtherDot().Replace(match.Value, "."));
            if (promised != Bare(host) && promised != Bare(url.Host))
            {
                return host;
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
    [GeneratedRegex("(?<![\\p{L}\\p{M}\\p{N}_-])[\\p{L}\\p{M}\\p{N}_-]+(?:[." + OtherDots + "][\\p{L}\\p{M}\\p{N}_-]+)*[." + OtherDots + "]\\p{L}[\\p{L}\\p{M}\\p{N}-]+")]
    private static partial Regex HostLike();

    [GeneratedRegex("[" + OtherDots + "]")]
    private static partial Regex OtherDot();

    [GeneratedRegex("\\p{Cf}")]
    private static partial Regex Invisible();
}
