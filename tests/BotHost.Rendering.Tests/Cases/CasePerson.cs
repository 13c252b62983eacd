namespace BotHost.Rendering.Tests.Cases;

/// <summary>A person of a case, as texts.</summary>
internal sealed record CasePerson(string Name, string? Native, string Role, string? Headline, string Bio, string? Handle);
