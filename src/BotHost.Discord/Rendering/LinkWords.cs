using System.Text.RegularExpressions;

namespace BotHost.Discord.Rendering;

/// <summary>Keeps links honest: words that look like another site get the real one beside them.</summary>
internal static partial class LinkWords
{
    /// <summary>Whether it leads to a page. Where nobody can tell the site, nobody gets there.</summary>
    public static bool IsWeb(Uri url) => url.IsAbsoluteUri && url.Scheme is "http" or "https" && Hosts.Of(url) is not null;

    /// <summary>Whether the words are the address itself.</summary>
    public static bool AreAddress(string words, Uri url)
    {
        var trimmed = words.Trim().TrimEnd('/');
        return trimmed == url.AbsoluteUri.TrimEnd('/') || trimmed == url.OriginalString.TrimEnd('/');
    }

    /// <summary>The words on one line, without a scheme, which the platform would make a link of its own; never without anything to see.</summary>
    public static string Visible(string words, Uri page) =>
        WithoutSchemes(words) is var visible && VisibleWords.Any(visible) ? visible.Trim() : HostOf(page);

    /// <summary>The same with the blanks at its edges, and maybe without anything to see.</summary>
    public static string WithoutSchemes(string words)
    {
        var visible = Blanks().Replace(CleanWords.Of(words), " ");
        while (Scheme().IsMatch(visible))
        {
            // What stood on both sides of one may form another.
            visible = Scheme().Replace(visible, "");
        }

        return visible;
    }

    /// <summary>The real site, where the words look like another one; else null.</summary>
    public static string? HostToShow(string words, Uri page)
    {
        var host = HostOf(page);
        var real = WithoutWww(host);
        foreach (Match match in LooksLikeHost().Matches(Unseen().Replace(words, "")))
        {
            if (!SameSite(match.Value, real))
            {
                return host;
            }
        }

        return null;
    }

    /// <summary>The address of a mail link where the words do not tell it, else null: the platform links to web pages only.</summary>
    public static string? MailboxToShow(string words, Uri url) =>
        url.IsAbsoluteUri && url.Scheme == Uri.UriSchemeMailto && url.UserInfo.Length > 0 && Hosts.Of(url) is { Length: > 0 } host
            && !words.Contains($"{url.UserInfo}@{host}", StringComparison.OrdinalIgnoreCase)
            ? $"{url.UserInfo}@{host}"
            : null;

    /// <summary>The site that a page is on.</summary>
    public static string HostOf(Uri page) => Hosts.Of(page) ?? page.Host;

    private static bool SameSite(string shown, string real)
    {
        var normal = WithoutWww(OtherDots().Replace(shown, "."));
        return string.Equals(normal, real, StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate($"http://{normal}/", UriKind.Absolute, out var url) && string.Equals(Hosts.Of(url), real, StringComparison.OrdinalIgnoreCase));
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}_\-]+(?:[.\u3002\uff0e\uff61][\p{L}\p{M}\p{N}_\-]+)*[.\u3002\uff0e\uff61]\p{L}[\p{L}\p{M}][\p{L}\p{M}\p{N}\-]*")]
    private static partial Regex LooksLikeHost();

    [GeneratedRegex(@"[\u3002\uff0e\uff61]")]
    private static partial Regex OtherDots();

    [GeneratedRegex("(?<![A-Za-z0-9])[A-Za-z0-9]*://")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[\p{Cf}\p{Cc}\u034f\ufe00-\ufe0f-[\s]]")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
