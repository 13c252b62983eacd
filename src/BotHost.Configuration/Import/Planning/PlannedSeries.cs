namespace BotHost.Configuration.Import.Planning;

/// <summary>The series that the talk belongs to.</summary>
/// <param name="IsNew">Whether the config does not have it yet.</param>
internal sealed record PlannedSeries(string Id, string Name, string? Heading, string? ZoneId, string? Campaign, bool IsNew);
