namespace BotHost.Composition;

/// <summary>The settings that the executable itself reads.</summary>
internal static class Settings
{
    public const string DefaultConfigDirectory = "config";

    public static string ConfigDirectory(IConfiguration configuration, string? option) =>
        option ?? configuration["Config:Directory"] ?? DefaultConfigDirectory;

    public static string DataDirectory(IConfiguration configuration) => configuration["Data:Directory"] ?? "data";

    public static bool HasToken(IConfiguration configuration, string platform) =>
        !string.IsNullOrWhiteSpace(configuration[$"{platform}:Token"])
        || !string.IsNullOrWhiteSpace(configuration[$"{platform}:TokenFile"]);

    /// <summary>A sped-up clock must never meet real people: it is refused unless both platforms are on this machine.</summary>
    public static string? WhyRehearsalIsRefused(IConfiguration configuration)
    {
        if (configuration["Clock:Start"] is null && configuration["Clock:Speed"] is null)
        {
            return null;
        }

        string[] names = ["Discord", "Telegram"];
        var real = names.FirstOrDefault(name =>
            !Uri.TryCreate(configuration[$"{name}:ApiBaseUrl"], UriKind.Absolute, out var url) || !url.IsLoopback);
        return real is null
            ? null
            : $"Clock__Start and Clock__Speed rehearse, and {real}__ApiBaseUrl is not a loopback address: "
              + "take the clock settings away, or point both platforms at a sandbox.";
    }
}
