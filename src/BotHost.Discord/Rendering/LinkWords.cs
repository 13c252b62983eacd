using System.Text.RegularExpressions;

namespace BotHost.Discord.Rendering;

/// <summary>Keeps links honest: words that look like another site get the real one beside them.</summary>
internal static partial class LinkWords
{
    public static bool IsWeb(Uri url) => url.IsAbsoluteUri && url.Scheme is "http" or "https";

    /// <summary>Whether the words are the address itself.</summary>
    public static bool AreAddress(string words, Uri url)
    {
        var trimmed = words.Trim().TrimEnd('/');
        return trimmed == url.AbsoluteUri.TrimEnd('/') || trimmed == url.OriginalString.TrimEnd('/');
    }

    /// <summary>The words on one line, without a scheme, which the platform would make a link of its own; never empty.</summary>
    public static string Visible(string words, Uri url)
    {
        var visible = Scheme().Replace(Blanks().Replace(words, " "), "").Trim();
        return visible.Length == 0 ? url.IdnHost : visible;
    }

    /// <summary>The real site, where the words look like another one; else null.</summary>
    public static string? HostToShow(string words, Uri url)
    {
        var real = WithoutWww(url.IdnHost);
        foreach (Match match in LooksLikeHost().Matches(words))
        {
            if (!SameSite(match.Value, real))
            {
                return url.IdnHost;
            }
        }

        return null;
    }

    private static bool SameSite(string shown, string real)
    {
        var normal = WithoutWww(OtherDots().Replace(shown, "."));
        return string.Equals(normal, real, StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate($"http://{normal}/", UriKind.Absolute, out var url) && string.Equals(url.IdnHost, real, StringComparison.OrdinalIgnoreCase));
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    [GeneratedRegex(@"[\p{L}\p{N}\-]+(?:[.\u3002\uff0e\uff61][\p{L}\p{N}\-]+)*[.\u3002\uff0e\uff61]\p{L}{2,}")]
    private static partial Regex LooksLikeHost();

    [GeneratedRegex(@"[\u3002\uff0e\uff61]")]
    private static partial Regex OtherDots();

    [GeneratedRegex(@"\w+://")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
