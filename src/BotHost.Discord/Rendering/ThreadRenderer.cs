using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rendering;

/// <summary>Makes the payload of the thread under an announcement. Pure.</summary>
internal static class ThreadRenderer
{
    /// <summary>A week, the longest that there is: a thread waits from the announcement to the talk.</summary>
    private const int MinutesUntilArchived = 10_080;

    public static string? Render(TalkCard card) => CardWords.Name(card, DiscordLimits.ThreadName) is { } name
        ? new JsonObject { ["name"] = name, ["auto_archive_duration"] = MinutesUntilArchived }.ToJsonString(DiscordJson.Wire)
        : null;
}
