using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace BotHost.Announcements.Lint;

/// <summary>The characters that leave no mark on the screen, and the places where they belong all the same.</summary>
internal static class Invisibles
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;

    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [0x00AD] = "SOFT HYPHEN",
        [0x034F] = "COMBINING GRAPHEME JOINER",
        [0x061C] = "ARABIC LETTER MARK",
        [0x115F] = "HANGUL CHOSEONG FILLER",
        [0x1160] = "HANGUL JUNGSEONG FILLER",
        [0x17B4] = "KHMER VOWEL INHERENT AQ",
        [0x17B5] = "KHMER VOWEL INHERENT AA",
        [0x180E] = "MONGOLIAN VOWEL SEPARATOR",
        [0x200B] = "ZERO WIDTH SPACE",
        [ZeroWidthNonJoiner] = "ZERO WIDTH NON-JOINER",
        [ZeroWidthJoiner] = "ZERO WIDTH JOINER",
        [0x200E] = "LEFT-TO-RIGHT MARK",
        [0x200F] = "RIGHT-TO-LEFT MARK",
        [0x2028] = "LINE SEPARATOR",
        [0x2029] = "PARAGRAPH SEPARATOR",
        [0x202A] = "LEFT-TO-RIGHT EMBEDDING",
        [0x202B] = "RIGHT-TO-LEFT EMBEDDING",
        [0x202C] = "POP DIRECTIONAL FORMATTING",
        [0x202D] = "LEFT-TO-RIGHT OVERRIDE",
        [0x202E] = "RIGHT-TO-LEFT OVERRIDE",
        [0x2060] = "WORD JOINER",
        [0x2061] = "FUNCTION APPLICATION",
        [0x2062] = "INVISIBLE TIMES",
        [0x2063] = "INVISIBLE SEPARATOR",
        [0x2064] = "INVISIBLE PLUS",
        [0x2066] = "LEFT-TO-RIGHT ISOLATE",
        [0x2067] = "RIGHT-TO-LEFT ISOLATE",
        [0x2068] = "FIRST STRONG ISOLATE",
        [0x2069] = "POP DIRECTIONAL ISOLATE",
        [0x206A] = "INHIBIT SYMMETRIC SWAPPING",
        [0x206B] = "ACTIVATE SYMMETRIC SWAPPING",
        [0x206C] = "INHIBIT ARABIC FORM SHAPING",
        [0x206D] = "ACTIVATE ARABIC FORM SHAPING",
        [0x206E] = "NATIONAL DIGIT SHAPES",
        [0x206F] = "NOMINAL DIGIT SHAPES",
        [0x3164] = "HANGUL FILLER",
        [0xFEFF] = "ZERO WIDTH NO-BREAK SPACE (a byte order mark)",
        [0xFFA0] = "HALFWIDTH HANGUL FILLER",
        [0xFFF9] = "INTERLINEAR ANNOTATION ANCHOR",
        [0xFFFA] = "INTERLINEAR ANNOTATION SEPARATOR",
        [0xFFFB] = "INTERLINEAR ANNOTATION TERMINATOR",
        [0xE0001] = "LANGUAGE TAG",
        [0xE007F] = "CANCEL TAG",
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> FirstUnits = SearchValues.Create([.. Names.Keys.Append(0xE0020).Select(value => new Rune(value).ToString()[0])]);

    /// <summary>A quick look: false for texts that hold none of them for sure.</summary>
    public static bool MayStandIn(string text) => text.AsSpan().ContainsAny(FirstUnits);

    /// <summary>Null: it can be seen, or is a space.</summary>
    public static string? NameOf(Rune rune) => rune.Value switch
    {
        >= 0xE0020 and <= 0xE007E => $"TAG '{(char)(rune.Value - 0xE0000)}'",
        var value => Names.GetValueOrDefault(value),
    };

    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.</summary>
    public static bool HoldsRightToLeft(string text) => text.Any(IsRightToLeft);

    /// <param name="text">The whole text.</param>
    /// <param name="index">Where the character stands.</param>
    /// <param name="rune">The character.</param>
    /// <param name="rightToLeft">Whether the text holds letters that are written from right to left.</param>
    public static bool Belongs(string text, int index, Rune rune, bool rightToLeft) => rune.Value switch
    {
        ZeroWidthNonJoiner => IsJoining(Before(text, index)),
        ZeroWidthJoiner => IsJoining(Before(text, index)) || JoinsEmoji(text, index),
        0x061C or 0x200E or 0x200F => rightToLeft,
        >= 0x2066 and <= 0x2069 => rightToLeft && IsolatesAreClosed(text),
        >= 0xE0020 and <= 0xE007F => IsOfFlag(text, index),
        _ => false,
    };

    private static bool IsRightToLeft(char character) =>
        character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') && character is not '\u061C';

    /// <summary>Scripts whose letters change by their neighbours: from Arabic over the Indic ones to Myanmar, Khmer and Mongolian.</summary>
    private static bool IsJoining(Rune? before) =>
        before?.Value is (>= 0x0620 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0x0F00 and <= 0x109F) or (>= 0x1780 and <= 0x18AF)
            or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x11000 and <= 0x11FFF);

    private static bool JoinsEmoji(string text, int index) =>
        index + 1 < text.Length && IsEmoji(Before(text, index)) && Rune.TryGetRuneAt(text, index + 1, out var after) && IsEmoji(after);

    /// <summary>Pictures, their skin tones, and the selector that makes a sign one.</summary>
    private static bool IsEmoji(Rune? rune) => rune?.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2190 and <= 0x2BFF) or 0xFE0F;

    private static bool IsolatesAreClosed(string text)
    {
        var open = 0;
        foreach (var character in text)
        {
            open += character switch
            {
                '\u2066' or '\u2067' or '\u2068' => 1,
                '\u2069' => -1,
                _ => 0,
            };
            if (open < 0)
            {
                return false;
            }
        }

        return open == 0;
    }

    /// <summary>A flag of a region is a black flag followed by tags.</summary>
    private static bool IsOfFlag(string text, int index)
    {
        for (var before = Before(text, index); before is { } rune; before = Before(text, index))
        {
            if (rune.Value == BlackFlag)
            {
                return true;
            }

            if (rune.Value is < 0xE0020 or > 0xE007E)
            {
                return false;
            }

            index -= rune.Utf16SequenceLength;
        }

        return false;
    }

    private static Rune? Before(string text, int index) =>
        index > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, index), out var rune, out _) == OperationStatus.Done ? rune : null;
}
