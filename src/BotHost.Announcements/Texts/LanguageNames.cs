namespace BotHost.Announcements.Texts;

/// <summary>What languages are called, by their own readers and in the languages that the program speaks.</summary>
public static class LanguageNames
{
    private static readonly UsualWord OnlyIn = new("{0} only", "{0}のみ", "仅{0}", "僅{0}");

    private static readonly Dictionary<string, (string Own, UsualWord Name)> ByTag = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = ("English", new("English", "英語", "英文", "英文")),
        ["ja"] = ("日本語", new("Japanese", "日本語", "日文", "日文")),
        ["zh"] = ("中文", new("Chinese", "中国語", "中文", "中文")),
        ["zh-Hans"] = ("简体中文", new("Simplified Chinese", "中国語（簡体字）", "简体中文", "簡體中文")),
        ["zh-Hant"] = ("繁體中文", new("Traditional Chinese", "中国語（繁体字）", "繁体中文", "繁體中文")),
        ["yue"] = ("粵語", new("Cantonese", "広東語", "粤语", "粵語")),
        ["ko"] = ("한국어", new("Korean", "韓国語", "韩文", "韓文")),
        ["de"] = ("Deutsch", new("German", "ドイツ語", "德文", "德文")),
        ["fr"] = ("Français", new("French", "フランス語", "法文", "法文")),
        ["es"] = ("Español", new("Spanish", "スペイン語", "西班牙文", "西班牙文")),
        ["pt"] = ("Português", new("Portuguese", "ポルトガル語", "葡萄牙文", "葡萄牙文")),
        ["it"] = ("Italiano", new("Italian", "イタリア語", "意大利文", "義大利文")),
        ["nl"] = ("Nederlands", new("Dutch", "オランダ語", "荷兰文", "荷蘭文")),
        ["sv"] = ("Svenska", new("Swedish", "スウェーデン語", "瑞典文", "瑞典文")),
        ["da"] = ("Dansk", new("Danish", "デンマーク語", "丹麦文", "丹麥文")),
        ["nb"] = ("Norsk bokmål", new("Norwegian", "ノルウェー語", "挪威文", "挪威文")),
        ["no"] = ("Norsk", new("Norwegian", "ノルウェー語", "挪威文", "挪威文")),
        ["fi"] = ("Suomi", new("Finnish", "フィンランド語", "芬兰文", "芬蘭文")),
        ["pl"] = ("Polski", new("Polish", "ポーランド語", "波兰文", "波蘭文")),
        ["cs"] = ("Čeština", new("Czech", "チェコ語", "捷克文", "捷克文")),
        ["hu"] = ("Magyar", new("Hungarian", "ハンガリー語", "匈牙利文", "匈牙利文")),
        ["ro"] = ("Română", new("Romanian", "ルーマニア語", "罗马尼亚文", "羅馬尼亞文")),
        ["el"] = ("Ελληνικά", new("Greek", "ギリシャ語", "希腊文", "希臘文")),
        ["tr"] = ("Türkçe", new("Turkish", "トルコ語", "土耳其文", "土耳其文")),
        ["ru"] = ("Русский", new("Russian", "ロシア語", "俄文", "俄文")),
        ["uk"] = ("Українська", new("Ukrainian", "ウクライナ語", "乌克兰文", "烏克蘭文")),
        ["ar"] = ("العربية", new("Arabic", "アラビア語", "阿拉伯文", "阿拉伯文")),
        ["he"] = ("עברית", new("Hebrew", "ヘブライ語", "希伯来文", "希伯來文")),
        ["fa"] = ("فارسی", new("Persian", "ペルシア語", "波斯文", "波斯文")),
        ["hi"] = ("हिन्दी", new("Hindi", "ヒンディー語", "印地文", "印地文")),
        ["th"] = ("ไทย", new("Thai", "タイ語", "泰文", "泰文")),
        ["vi"] = ("Tiếng Việt", new("Vietnamese", "ベトナム語", "越南文", "越南文")),
        ["id"] = ("Bahasa Indonesia", new("Indonesian", "インドネシア語", "印尼文", "印尼文")),
        ["ms"] = ("Bahasa Melayu", new("Malay", "マレー語", "马来文", "馬來文")),
        ["tl"] = ("Tagalog", new("Tagalog", "タガログ語", "他加禄文", "他加祿文")),
        ["mn"] = ("Монгол", new("Mongolian", "モンゴル語", "蒙古文", "蒙古文")),
    };

    /// <summary>As its own readers call it, for example <c>日本語</c>; the tag where nobody told.</summary>
    public static string Own(string tag) => TagOf(tag) is { } known ? ByTag[known].Own : tag;

    /// <summary>
    /// The words that tell readers of one language that a text is in another, for example <c>English only</c> or <c>英語のみ</c>;
    /// null where the program does not speak the readers' language.
    /// </summary>
    /// <param name="tag">The text's language; one without a name here is told by its tag.</param>
    /// <param name="reader">The readers' language.</param>
    public static string? Only(string tag, string reader) =>
        OnlyIn.In(reader)?.Replace("{0}", TagOf(tag) is { } known ? ByTag[known].Name.In(reader) : tag, StringComparison.Ordinal);

    private static string? TagOf(string tag) => LanguageTags.Fallbacks(tag).FirstOrDefault(ByTag.ContainsKey);
}
