using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>A time of day in a line, perhaps with its end.</summary>
/// <param name="IsHalfOfDayOpen">Whether morning or evening is left to the reader.</param>
internal sealed record FoundTime(LocalTime From, LocalTime? To, bool IsHalfOfDayOpen, int Start, int Length)
{
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
