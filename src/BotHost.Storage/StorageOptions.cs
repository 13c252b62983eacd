namespace BotHost.Storage;

/// <summary>The section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";
    public const string Sqlite = "sqlite";

    /// <summary>Which database remembers deliveries. Default: <c>sqlite</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>For SQLite a <c>Data Source=</c> with the file. Default: none, the file is <c>bothost.db</c> in the data directory.</summary>
    public string? ConnectionString { get; set; }
}
