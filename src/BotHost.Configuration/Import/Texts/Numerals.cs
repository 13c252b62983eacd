using System.Globalization;

namespace BotHost.Configuration.Import.Texts;

/// <summary>Reads small numbers in digits or in the numerals of East Asia.</summary>
internal static class Numerals
{
    public const string EastAsian = "〇零一二三四五六七八九十";

    private const string Digits = "〇一二三四五六七八九";

    public static int Read(ReadOnlySpan<char> text)
    {
        if (text is "元")
        {
            return 1;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        var (sum, current) = (0, 0);
        foreach (var character in text)
        {
            if (character is '十' or '百')
            {
                sum += Math.Max(1, current) * (character == '十' ? 10 : 100);
                current = 0;
            }
            else
            {
                current = (current * 10) + Math.Max(0, Digits.IndexOf(character == '零' ? '〇' : character, StringComparison.Ordinal));
            }
        }

        return sum + current;
    }
}
