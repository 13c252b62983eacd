namespace BotHost.Announcements.Lint.Names;

/// <summary>A name in Han characters and kana.</summary>
/// <param name="Letters">Without spaces and dots.</param>
/// <param name="Family">What stands before the space; null where nothing tells the family's name.</param>
internal sealed record EastAsianName(string Written, string Letters, string? Family)
{
    public static EastAsianName? Of(string written)
    {
        var letters = string.Concat(written.Where(letter => !EastAsianText.IsSeparator(letter)));
        if (letters.Length < 2 || !letters.All(EastAsianText.IsLetter))
        {
            return null;
        }

        var space = written.IndexOfAny([' ', '\u3000']);
        return new EastAsianName(written, letters, space > 1 && EastAsianText.IsHan(written[0]) ? written[..space] : null);
    }
}
