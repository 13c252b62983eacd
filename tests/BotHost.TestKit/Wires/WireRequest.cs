namespace BotHost.TestKit.Wires;

/// <summary>What the other side received, whole.</summary>
public sealed record WireRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body);
