using System.Globalization;
using BotHost.Configuration.Import.Recognising;

namespace BotHost.Configuration.Import.Words;

/// <summary>A start as the config writes it.</summary>
internal static class StartWords
{
    public const string Open = "TBA";

    public static string Of(ImportedStart start)
    {
        if (start.Date is not { } date)
        {
            return start.Reason is { } reason && !reason.Equals(Open, StringComparison.OrdinalIgnoreCase) ? $"{{ tba: {Quoted(reason)} }}" : Open;
        }

        return start.Time is { } time
            ? (date + time).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>In a flow mapping, commas and brackets would end a plain text.</summary>
    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", " ", StringComparison.Ordinal)}\"";
}
