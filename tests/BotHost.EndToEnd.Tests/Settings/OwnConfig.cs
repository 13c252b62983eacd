using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>The sample series as a config of one's own, with the channels that a test wants.</summary>
internal static class OwnConfig
{
    private const string DiscordEntry =
        """
          - id: discord-announcements
            platform: discord
            address: "910000000000000001"

        """;

    private const string TelegramEntry =
        """
          - id: telegram-announcements
            platform: telegram
            address: "-1002000000001"

        """;

    /// <param name="folder">Gets a folder <c>config</c>.</param>
    /// <param name="channels">none, discord, telegram or both.</param>
    /// <returns>The config's folder.</returns>
    public static string Write(TemporaryFolder folder, string channels)
    {
        var directory = folder.CopyOfSample();
        var file = Path.Combine(directory, "bothost.yaml");
        var text = File.ReadAllText(file);
        text = channels is "discord" or "both" ? text : Without(text, DiscordEntry);
        text = channels is "telegram" or "both" ? text : Without(text, TelegramEntry);
        text = channels == "none" ? Without(text, "\nchannels:\n") : text;
        File.WriteAllText(file, text);
        return directory;
    }

    private static string Without(string text, string part)
    {
        Assert.Contains(part, text, StringComparison.Ordinal);
        return text.Replace(part, "\n", StringComparison.Ordinal);
    }
}
