namespace BotHost.Configuration.Values;

/// <summary>Addresses that may stand in a post: absolute, http or https, with a host that browsers can find and without a login.</summary>
internal static class WebAddresses
{
    public static Uri? Parse(string text)
    {
        if (text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>' or '"' or '\\'))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.Host.Length > 0
            && url.UserInfo.Length == 0
            && HasReachableHost(url)
                ? url
                : null;
    }

    public static string? Guess(string text) =>
        !text.Contains(':', StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal) && Parse("https://" + text) is not null ? "https://" + text : null;

    /// <summary>Letters of scripts that no registry takes together have no form that goes over the wire.</summary>
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
}
