using System.Globalization;

namespace BotHost.Discord;

/// <summary>The form of the platform's ids: a positive number of 64 bits, written in decimal digits.</summary>
internal static class Snowflake
{
    public static bool IsValid(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 && text![0] != '0';
}
