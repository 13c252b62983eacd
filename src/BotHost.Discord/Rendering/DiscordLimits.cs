namespace BotHost.Discord.Rendering;

/// <summary>The platform's limits, each counted in code points.</summary>
internal static class DiscordLimits
{
    public const int Content = 2000;
    public const int EmbedTitle = 256;
    public const int EmbedAuthor = 256;
    public const int EmbedDescription = 4096;

    /// <summary>All texts of all embeds of a message together.</summary>
    public const int EmbedTotal = 6000;

    public const int EmbedUrl = 2048;
    public const int ButtonLabel = 80;
    public const int ButtonUrl = 512;
    public const int ButtonsInRow = 5;
    public const int Rows = 5;

    public const int ThreadName = 100;
    public const int EventName = 100;
    public const int EventDescription = 1000;
    public const int EventLocation = 100;

    /// <summary>The words for a picture.</summary>
    public const int Alt = 1024;

    /// <summary>One file, in bytes, where nobody has paid for more.</summary>
    public const long File = 10 * 1024 * 1024;
}
