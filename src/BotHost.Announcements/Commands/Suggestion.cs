namespace BotHost.Announcements.Commands;

/// <summary>A completion of an argument: what people read and what is sent.</summary>
public sealed record Suggestion(string Label, string Value);
