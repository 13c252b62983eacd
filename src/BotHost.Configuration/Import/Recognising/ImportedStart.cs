using System.Collections.Immutable;
using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>When the talk starts, as far as the announcement tells.</summary>
internal sealed record ImportedStart
{
    public static ImportedStart Unknown { get; } = new();

    public LocalDate? Date { get; init; }

    public LocalTime? Time { get; init; }

    public int? Minutes { get; init; }

    /// <summary>Why there is no date, in the announcement's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The zone that the announcement names for it.</summary>
    public FoundZone? Zone { get; init; }

    /// <summary>The same moment in other zones, as the announcement has it.</summary>
    public ImmutableArray<(LocalTime Time, FoundZone Zone)> Elsewhere { get; init; } = [];

    /// <summary>The lines that it was read from.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>What an organiser should look at, in sentences.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];
}
