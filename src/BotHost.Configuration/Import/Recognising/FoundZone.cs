namespace BotHost.Configuration.Import.Recognising;

/// <summary>A time zone in a line.</summary>
/// <param name="Word">As written.</param>
/// <param name="ZoneId">Null where the word stands for several zones.</param>
/// <param name="IsPlace">Whether it names a place; else only a distance from UTC.</param>
internal sealed record FoundZone(string Word, string? ZoneId, bool IsPlace, int Start, int Length);
