using System.Globalization;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>The numbers of a post that goes out as several messages.</summary>
internal static class Parts
{
    /// <summary>The text without the number on its last line; null where that line is not the right one.</summary>
    public static string? WithoutNumber(string text, int index, int count)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"({index + 1}/{count})");
        var trimmed = text.TrimEnd();
        return trimmed == number ? "" : trimmed.EndsWith($"\n{number}", StringComparison.Ordinal) ? trimmed[..^(number.Length + 1)] : null;
    }
}
