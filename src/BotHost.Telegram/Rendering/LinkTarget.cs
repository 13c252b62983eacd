namespace BotHost.Telegram.Rendering;

/// <summary>Which addresses may become links. The platform's own scheme may not: <c>tg://user</c> links notify people.</summary>
internal static class LinkTarget
{
    public static bool CanOpen(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && HostOf(url) is not null;

    /// <summary>The host as it goes over the wire; null where its letters, mixed as no registry takes them, have no such form.</summary>
    public static string? HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>The address of a mail link; the platform finds and opens those in plain text only.</summary>
    public static string? Mailbox(Uri url) =>
        url.IsAbsoluteUri && url.Scheme == Uri.UriSchemeMailto && url.UserInfo.Length > 0 && HostOf(url) is { } host ? $"{url.UserInfo}@{host}" : null;
}
