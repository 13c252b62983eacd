namespace BotHost.Announcements.Texts;

/// <summary>A word in the languages that the program speaks itself.</summary>
internal sealed record UsualWord(string English, string Japanese, string SimplifiedChinese, string TraditionalChinese)
{
    /// <summary>The word for readers of a language; null where the program does not speak it.</summary>
    public string? In(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "en" => English,
        "ja" => Japanese,
        "zh" => LanguageTags.Serves("zh-Hans", language) ? SimplifiedChinese : TraditionalChinese,
        _ => null,
    };

    /// <summary>Whether this is the word, in whichever language.</summary>
    public bool Is(string word) => new[] { English, Japanese, SimplifiedChinese, TraditionalChinese }.Contains(word, StringComparer.OrdinalIgnoreCase);
}
