namespace BotHost.TestKit.Wires;

/// <summary>What the other side received, whole.</summary>
public sealed record WireRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body as it came, for bodies that are no text.</summary>
    public byte[] Bytes { get; init; } = [];
}
