namespace BotHost.Sandbox.Reading;

/// <summary>A button below a message: it opens a page, or tells the bot its data.</summary>
public sealed record ReadButton(string Label, string? Url, string? Data);
