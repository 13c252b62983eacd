using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>Finds links that promise another site than they open.</summary>
internal static partial class Hosts
{
    /// <summary>Null where the link is honest.</summary>
    public static string? Lie(SeenLink link)
    {
        if (link.Words == link.Target && (link.Target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.Target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (!Uri.TryCreate(link.Target, UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https"))
        {
            return $"a link with the words «{Escaped.Of(link.Words)}» leads to «{Escaped.Of(link.Target)}», which is no page";
        }

        var shownReal = Visible.Normal(link.Words + " " + link.After[..Math.Min(link.After.Length, 600)]).Contains($"({Of(target)})", StringComparison.OrdinalIgnoreCase);
        foreach (Match match in LooksLikeHost().Matches(WithoutInvisible(link.Words)))
        {
            if (!Same(match.Value, target) && !shownReal)
            {
                return $"the words «{Escaped.Of(link.Words)}» look like «{Escaped.Of(match.Value)}» and lead to «{Of(target)}», which is not shown";
            }
        }

        return null;
    }

    private static bool Same(string shown, Uri target)
    {
        var words = Bare(shown);
        return words == Bare(Of(target)) || words == Bare(target.Host)
            || (Uri.TryCreate($"http://{words}/", UriKind.Absolute, out var uri) && Bare(Of(uri)) == Bare(Of(target)));
    }

    /// <summary>The host as it goes over the wire; as it is written where it has no such form.</summary>
    public static string Of(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return url.Host;
        }
    }

    private static string Bare(string host)
    {
        var dotted = new StringBuilder(host).Replace('。', '.').Replace('．', '.').Replace('｡', '.').ToString().ToLowerInvariant();
        return dotted.StartsWith("www.", StringComparison.Ordinal) ? dotted[4..] : dotted;
    }

    private static string WithoutInvisible(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control)));

    // A dot that browsers take for one; a last part that begins with two letters or a letter and its sign, as every real top-level domain does.
    [GeneratedRegex(@"(?:[\p{L}\p{M}\p{N}_\-]+[.。．｡])+\p{L}[\p{L}\p{M}][\p{L}\p{M}\p{N}\-]*")]
    private static partial Regex LooksLikeHost();
}
