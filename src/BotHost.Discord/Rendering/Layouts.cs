namespace BotHost.Discord.Rendering;

/// <summary>The names of the layouts, as the config writes them.</summary>
internal static class Layouts
{
    /// <summary>A line and a frame below it: what a channel gets that names none.</summary>
    public const string Embed = "embed";

    /// <summary>One text without a frame.</summary>
    public const string Plain = "plain";

    public static bool IsKnown(string name) => name is Embed or Plain;
}
