using System.CommandLine;

namespace BotHost.CommandLine;

/// <summary>The option that every verb has: which folder holds the talks.</summary>
internal static class ConfigOption
{
    public static Option<string?> Create() => new("--config")
    {
        Description = "The folder with bothost.yaml, talks/ and people/. Default: the setting Config__Directory, else config.",
        HelpName = "DIR",
    };
}
