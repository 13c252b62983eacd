namespace BotHost.Rendering.Tests.Cases;

/// <summary>A link of a case.</summary>
internal sealed record CaseLink(string Kind, string Label, string Url);
