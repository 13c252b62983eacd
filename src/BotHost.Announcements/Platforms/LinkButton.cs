namespace BotHost.Announcements.Platforms;

/// <summary>A button that opens a page.</summary>
public sealed record LinkButton(string Label, Uri Url);
