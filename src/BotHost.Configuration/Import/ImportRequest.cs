namespace BotHost.Configuration.Import;

/// <summary>What to import, and where to.</summary>
/// <param name="Bytes">The announcement as it was read.</param>
/// <param name="Name">How sentences name it: the file's path, or standard input.</param>
/// <param name="Directory">The config folder.</param>
/// <param name="SeriesId">Null: the series that the announcement names.</param>
/// <param name="TalkId">Null: made of series and number, else of the title.</param>
public sealed record ImportRequest(byte[] Bytes, string Name, string Directory, string? SeriesId = null, string? TalkId = null);
