namespace BotHost.Configuration.Import.Words;

/// <summary>Names of languages as announcements write them.</summary>
internal static class Languages
{
    /// <summary>A BCP 47 tag; null where the words are not the name of one language.</summary>
    public static string? TagOf(string plain) => plain.Trim().TrimEnd('.').ToLowerInvariant() switch
    {
        "english" or "englisch" or "anglais" or "英語" or "英语" or "en" => "en",
        "japanese" or "japanisch" or "日本語" or "日语" or "日語" or "ja" => "ja",
        "chinese" or "mandarin" or "chinesisch" or "中文" or "中国語" or "普通话" or "國語" or "汉语" or "zh" => "zh",
        "cantonese" or "粤语" or "粵語" or "广东话" => "yue",
        "korean" or "韓国語" or "韩语" => "ko",
        "german" or "deutsch" or "ドイツ語" or "德语" or "de" => "de",
        "french" or "français" or "französisch" or "フランス語" or "fr" => "fr",
        "spanish" or "español" or "spanisch" or "es" => "es",
        _ => null,
    };
}
