using System.Globalization;
using NodaTime;

namespace BotHost.Discord;

/// <summary>The form of the platform's ids: a positive number of 64 bits, written in decimal digits. Its upper bits tell when it was given.</summary>
internal static class Snowflake
{
    private const int TimeShift = 22;

    private static readonly Instant Epoch = Instant.FromUtc(2015, 1, 1, 0, 0);

    public static bool IsValid(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 && text![0] != '0';

    /// <summary>The number; 0 for what is no id.</summary>
    public static ulong Parse(string? text) => IsValid(text) ? ulong.Parse(text!, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    /// <summary>The least number that an id of this moment, or of a later one, can be; nothing is older than the platform.</summary>
    public static ulong LeastAt(Instant instant) => instant <= Epoch ? 0 : (ulong)(long)(instant - Epoch).TotalMilliseconds << TimeShift;
}
