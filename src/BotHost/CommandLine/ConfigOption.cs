using System.CommandLine;

namespace BotHost.CommandLine;

/// <summary>The option that every verb has: which folder holds the talks.</summary>
internal static class ConfigOption
{
    public static Option<string?> Create() => Create("The folder with bothost.yaml, talks/ and people/. Default: the setting Config__Directory, else config.");

    /// <summary>For a verb that takes the folder's default from elsewhere.</summary>
    public static Option<string?> Create(string description) => new("--config") { Description = description, HelpName = "DIR" };
}
