namespace BotHost.Sandbox.Reading;

/// <summary>Words that lead to a page.</summary>
/// <param name="Text">As people see them.</param>
/// <param name="Target">Where they lead.</param>
public sealed record ReadLink(string Text, string Target);
