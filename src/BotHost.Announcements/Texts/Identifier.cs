namespace BotHost.Announcements.Texts;

/// <summary>The one rule for the identifiers that people write in the config.</summary>
public static class Identifier
{
    public const int MaxLength = 64;

    public const string Rule = "1 to 64 of a-z, 0-9 and -, starting with a letter or a digit";

    public static bool IsValid(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength || text[0] == '-')
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }
}
