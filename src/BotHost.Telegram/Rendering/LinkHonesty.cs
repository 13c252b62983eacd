using System.Text.RegularExpressions;

namespace BotHost.Telegram.Rendering;

/// <summary>Finds links whose words promise another page than they open.</summary>
internal static partial class LinkHonesty
{
    /// <summary>The host to show after the words, or null where the words promise nothing else.</summary>
    public static string? HostToShow(string words, Uri url)
    {
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

    [GeneratedRegex("[\\p{L}\\p{N}_-]+(?:[.．｡][\\p{L}\\p{N}_-]+)*[.．｡]\\p{L}[\\p{L}\\p{N}-]+")]
    private static partial Regex HostLike();

    [GeneratedRegex("\\p{Cf}")]
    private static partial Regex Invisible();
}
