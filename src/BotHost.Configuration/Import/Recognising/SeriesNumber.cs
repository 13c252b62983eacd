using BotHost.Configuration.Import.Texts;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>A line that names a series, mostly with a number.</summary>
/// <param name="Series">Empty where the line has a number alone.</param>
/// <param name="Number">In plain digits; null where there is none.</param>
/// <param name="Rest">What follows, usually the title.</param>
internal sealed record SeriesNumber(Piece Series, string? Number, Piece Rest);
