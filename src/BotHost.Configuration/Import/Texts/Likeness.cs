using System.Text;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Import.Texts;

/// <summary>Compares names as people do: case, width, spaces and signs do not count.</summary>
internal static class Likeness
{
    private const int MostSlips = 2;

    public static string Key(string text)
    {
        var key = new StringBuilder();
        foreach (var rune in PlainForm.Of(text).ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                key.Append(rune.ToString());
            }
        }

        return key.ToString();
    }

    public static bool Same(string left, string right) => Key(left) is { Length: > 0 } key && key == Key(right);

    /// <summary>Whether one may be a slip of the finger for the other. Short names differ by less and are not the same.</summary>
    public static bool Near(string left, string right)
    {
        var (first, second) = (Key(left), Key(right));
        var allowed = Math.Min(MostSlips, Math.Min(first.Length, second.Length) / 4);
        return allowed > 0 && Math.Abs(first.Length - second.Length) <= allowed && Spelling.Distance(first, second) <= allowed;
    }
}
