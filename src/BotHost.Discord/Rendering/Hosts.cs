namespace BotHost.Discord.Rendering;

/// <summary>Names the site behind an address.</summary>
internal static class Hosts
{
    /// <summary>The site as browsers look it up; null where its letters make no such name, which is found out only here and not when the address is read.</summary>
    public static string? Of(Uri url)
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
}
