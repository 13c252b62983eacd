namespace BotHost.Discord.Gateway;

/// <summary>Makes the address to connect to from what the platform gave.</summary>
internal static class GatewayAddress
{
    private const string Query = "v=10&encoding=json";

    /// <summary>Null for an address that is none, or that would carry the token unencrypted while REST is encrypted.</summary>
    public static Uri? TryBuild(string? url, string apiBaseUrl)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var given) || given.Scheme is not ("ws" or "wss"))
        {
            return null;
        }

        if (given.Scheme == "ws" && apiBaseUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return new UriBuilder(given) { Query = Query }.Uri;
    }
}
