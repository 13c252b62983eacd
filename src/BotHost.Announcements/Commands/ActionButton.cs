using System.Globalization;

namespace BotHost.Announcements.Commands;

/// <summary>A button that sends its verb and a ledger row back.</summary>
/// <param name="Verb">Lower-case letters and hyphens, at most 32.</param>
/// <param name="Row">The ledger row.</param>
/// <param name="Label">What people read.</param>
/// <param name="Style">How it looks.</param>
public sealed record ActionButton(string Verb, long Row, string Label, ActionStyle Style = ActionStyle.Plain)
{
    private const string Version = "v1";

    /// <summary>What the button carries: version, verb and row, at most 64 bytes of ASCII.</summary>
    public string Data => string.Create(CultureInfo.InvariantCulture, $"{Version}:{Verb}:{Row}");

    /// <summary>Reads what a button carried; false for anything that this version did not write.</summary>
    public static bool TryParse(string? data, out string verb, out long row)
    {
        verb = "";
        row = 0;
        var parts = data?.Split(':') ?? [];
        if (parts.Length != 3 || parts[0] != Version || parts[1].Length == 0)
        {
            return false;
        }

        verb = parts[1];
        return long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out row);
    }
}
