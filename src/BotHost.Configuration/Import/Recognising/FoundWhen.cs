using System.Collections.Immutable;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>What a line says of the time of a talk.</summary>
/// <param name="Date">The first date.</param>
/// <param name="Time">The time of the start.</param>
/// <param name="Zones">The zones that stand behind times, in their order; the first belongs to the start.</param>
/// <param name="HasMore">Whether the line says something else, too.</param>
internal sealed record FoundWhen(FoundDate? Date, FoundTime? Time, ImmutableArray<(FoundTime? Time, FoundZone Zone)> Zones, bool HasMore, bool HasSeveralDates)
{
    public bool IsNothing => Date is null && Time is null;
}
