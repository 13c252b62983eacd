namespace BotHost.Rehearsal;

/// <summary>What the command line asks of a sandbox.</summary>
internal sealed record RehearsalRequest(string? ConfigDirectory, double? Speed, bool Keep, int? Port, string? RecordFile, DateTimeOffset? Start = null);
