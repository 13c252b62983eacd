using BotHost.Announcements.Talks;

namespace BotHost.Composition;

/// <summary>The settings that the executable itself reads.</summary>
internal static class Settings
{
    public const string DefaultConfigDirectory = "config";

    private const string File = "appsettings.json";

    /// <summary>The sections of the platforms, named as people name the platforms.</summary>
    public static IReadOnlyList<string> Platforms { get; } = ["Discord", "Telegram"];

    /// <summary>The settings of a verb that starts no host, from the same places as those of <c>run</c>.</summary>
    /// <exception cref="InvalidDataException">The settings file cannot be understood.</exception>
    public static IConfiguration Read() => new ConfigurationBuilder()
        .SetBasePath(Directory.GetCurrentDirectory())
        .AddJsonFile(File, optional: true)
        .AddEnvironmentVariables()
        .Build();

    public static string Describe(InvalidDataException unreadable) =>
        $"{unreadable.Message} {unreadable.GetBaseException().Message} Mend the file, or take it away and use the environment.";

    public static string ConfigDirectory(IConfiguration configuration, string? option) =>
        option ?? configuration["Config:Directory"] ?? DefaultConfigDirectory;

    public static string DataDirectory(IConfiguration configuration) => configuration["Data:Directory"] ?? "data";

    public static bool HasToken(IConfiguration configuration, string platform) =>
        !string.IsNullOrWhiteSpace(configuration[$"{platform}:Token"])
        || !string.IsNullOrWhiteSpace(configuration[$"{platform}:TokenFile"]);

    /// <summary>A note for each platform that would be connected to, and on which this config announces nothing.</summary>
    public static IEnumerable<Finding> TokensWithoutChannel(IConfiguration configuration, TalkCatalogue catalogue) =>
        from platform in Platforms
        let section = platform.ToLowerInvariant()
        where HasToken(configuration, platform) && catalogue.Channels.All(channel => channel.Platform.Value != section)
        select new Finding(
            Severity.Note,
            new SourceSpan($"{platform}__Token", 0, 0),
            "token-without-channel",
            $"{platform} has a token, but no channel of this config is there: the bot answers commands on {platform} and announces nothing",
            $"add a channel with `platform: {section}`, or leave it at that");

    /// <summary>A sped-up clock must never meet real people: it is refused unless both platforms are on this machine.</summary>
    public static string? WhyRehearsalIsRefused(IConfiguration configuration)
    {
        if (configuration["Clock:Start"] is null)
        {
            return null;
        }

        var real = Platforms.FirstOrDefault(name =>
            !Uri.TryCreate(configuration[$"{name}:ApiBaseUrl"], UriKind.Absolute, out var url) || !url.IsLoopback);
        return real is null
            ? null
            : $"Clock__Start is set, which is for rehearsals, but {real}__ApiBaseUrl is not an address of this machine: "
              + "take Clock__Start away, or point both platforms at a sandbox.";
    }
}
