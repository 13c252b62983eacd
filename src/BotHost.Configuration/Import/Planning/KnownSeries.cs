namespace BotHost.Configuration.Import.Planning;

/// <summary>A series that the config has.</summary>
internal sealed record KnownSeries(string Id, string Name, string? Heading, string? ZoneId);
