namespace BotHost.Storage;

/// <summary>The section <c>Data</c>.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>Where the bot keeps what it remembers. Default: <c>data</c>.</summary>
    public string Directory { get; set; } = "data";
}
