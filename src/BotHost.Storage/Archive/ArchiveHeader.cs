using System.Text.Json.Serialization;

namespace BotHost.Storage.Archive;

/// <summary>The first line: what the lines below it are.</summary>
internal sealed record ArchiveHeader
{
    public const string KnownFormat = "bothost-ledger";
    public const int KnownVersion = 1;

    [JsonRequired]
    public string Format { get; init; } = KnownFormat;

    [JsonRequired]
    public int Version { get; init; } = KnownVersion;
}
