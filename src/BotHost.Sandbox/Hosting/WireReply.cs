using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Hosting;

/// <summary>An answer before it is written.</summary>
internal sealed record WireReply(int Status, JsonNode? Body = null)
{
    /// <summary>Text that is sent as it is in place of <see cref="Body"/>.</summary>
    public string? Raw { get; init; }

    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
