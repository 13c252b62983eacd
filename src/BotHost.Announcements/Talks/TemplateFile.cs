namespace BotHost.Announcements.Talks;

/// <summary>A template that the organiser wrote in place of a built-in one.</summary>
/// <param name="Language">The language that it writes, as a BCP 47 tag.</param>
/// <param name="Name">Which one it replaces, for example <c>announcement</c>.</param>
/// <param name="Text">What it says.</param>
public sealed record TemplateFile(string Language, string Name, SourceText Text);
