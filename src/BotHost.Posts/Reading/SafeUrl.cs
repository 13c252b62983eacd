using System.Diagnostics.CodeAnalysis;

namespace BotHost.Posts.Reading;

/// <summary>Which addresses may become links: pages and mail, without a name hiding in front of the host.</summary>
internal static class SafeUrl
{
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? url)
    {
        url = null;
        if (string.IsNullOrWhiteSpace(text) || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var candidate) || !IsAllowed(candidate))
        {
            return false;
        }

        url = candidate;
        return true;
    }

    public static bool IsAllowed(Uri url)
    {
        if (!url.IsAbsoluteUri)
        {
            return false;
        }

        return url.Scheme == Uri.UriSchemeMailto ? HasReachableHost(url) : IsPage(url);
    }

    public static bool IsPage(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.Host.Length > 0
        && !HasUserName(url)
        && HasReachableHost(url);

    /// <summary>Letters of scripts that no registry takes together have no form that goes over the wire, so no browser finds such a host.</summary>
    private static bool HasReachableHost(Uri url)
    {
        try
        {
            return url.IdnHost is not null;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <summary>In <c>https://bank.example@evil.example</c> the reader sees the first host and arrives at the second.</summary>
    private static bool HasUserName(Uri url)
    {
        if (url.UserInfo.Length > 0)
        {
            return true;
        }

        // An empty user name is not told by UserInfo, yet the sign stands before the host all the same.
        var text = url.OriginalString;
        var start = text.IndexOf(':', StringComparison.Ordinal) + 1;
        while (start < text.Length && text[start] is ('/' or '\\'))
        {
            start++;
        }

        var end = text.AsSpan(start).IndexOfAny("/?#\\");
        var authority = end < 0 ? text.AsSpan(start) : text.AsSpan(start, end);
        return authority.Contains('@');
    }
}
