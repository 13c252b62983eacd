using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>A time of day in a line, perhaps with its end.</summary>
/// <param name="IsHalfOfDayOpen">Whether morning or evening is left to the reader.</param>
internal sealed record FoundTime(LocalTime From, LocalTime? To, bool IsHalfOfDayOpen, int Start, int Length)
{
    /// <summary>Whether the day that is named is over by then: 24:00 is the next day's first moment.</summary>
    public bool IsNextDay { get; init; }

    /// <summary>Whether the end may be a distance from UTC instead: 18:00-05:00.</summary>
    public bool MayEndBeDistance { get; init; }

    /// <summary>Minutes from the start to the end, over midnight where the end is the smaller.</summary>
    public int? Minutes
    {
        get
        {
            if (To is not { } to)
            {
                return null;
            }

            var minutes = (int)((to - From).ToDuration().TotalMinutes);
            return minutes > 0 ? minutes : minutes + (24 * 60);
        }
    }
}
