namespace BotHost.Posts;

/// <summary>A template as it was written.</summary>
/// <param name="Language">In which it is; it may be another than was asked for.</param>
/// <param name="Text">Handlebars that write Markdown.</param>
/// <param name="File">The organiser's file, relative to the config folder; null for what comes with the program.</param>
public sealed record TemplateText(string Language, string Text, string? File);
