namespace BotHost.Announcements.Lint.Names;

/// <summary>A text in Han characters and kana without the spaces and dots that may stand within names.</summary>
internal sealed class EastAsianText
{
    private readonly string _text;
    private readonly int[] _places;

    public EastAsianText(string text)
    {
        _text = text;
        var places = new List<int>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (!(IsSeparator(text[index]) && index > 0 && IsLetter(text[index - 1]) && index + 1 < text.Length && IsLetter(text[index + 1])))
            {
                places.Add(index);
            }
        }

        _places = [.. places];
        Letters = string.Create(_places.Length, (text, places), static (span, source) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                span[index] = source.text[source.places[index]];
            }
        });
    }

    public string Letters { get; }

    public static bool IsIn(string text) => text.AsSpan().IndexOfAnyInRange('\u3005', '\u9FFF') >= 0 && text.Any(IsLetter);

    public static bool IsLetter(char letter) =>
        letter is >= '\u3041' and <= '\u30FA' or >= '\u30FC' and <= '\u30FE' or >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3005';

    public static bool IsHan(char letter) => IsLetter(letter) && letter is not (>= '\u3041' and <= '\u30FE');

    public static bool IsSeparator(char letter) => letter is ' ' or '\u3000' or '\u30FB' or '\u00B7' or '=' or '\uFF1D';

    /// <summary>Where a letter stands in the text as written.</summary>
    public int PlaceOf(int letter) => _places[letter];

    public string Written(int letter, int length)
    {
        var start = _places[letter];
        return _text[start..(_places[letter + length - 1] + 1)];
    }

    /// <summary>Whether no other letter stands directly before.</summary>
    public bool IsFreeBefore(int letter) => _places[letter] == 0 || !IsLetter(_text[_places[letter] - 1]);

    /// <summary>Whether no other letter stands directly behind, or one of those that follow names.</summary>
    public bool IsFreeBehind(int letter)
    {
        var behind = _places[letter] + 1;
        return behind >= _text.Length || !IsLetter(_text[behind]) || EastAsianNames.IsBehindNames(_text.AsSpan(behind));
    }
}
