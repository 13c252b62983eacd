namespace BotHost.Announcements.Commands;

/// <summary>An argument of a command: a text, completed while typing where the platform can.</summary>
public sealed record CommandOption(string Name, string Description, bool Required);
