namespace BotHost.Announcements.Texts;

/// <summary>The words that talks use again and again, so that nobody has to translate them: roles, kinds of links, headings.</summary>
public static class UsualWords
{
    private static readonly UsualWord[] Roles =
    [
        new("Guest", "ゲスト", "嘉宾", "嘉賓"),
        new("Speaker", "講演者", "主讲人", "主講人"),
        new("Interviewer", "聞き手", "采访者", "採訪者"),
        new("Moderator", "モデレーター", "主持人", "主持人"),
        new("Host", "ホスト", "主持人", "主持人"),
        new("Chair", "座長", "主席", "主席"),
        new("Panelist", "パネリスト", "与谈人", "與談人"),
        new("Discussant", "討論者", "评议人", "評議人"),
        new("Author", "著者", "作者", "作者"),
        new("Translator", "翻訳者", "译者", "譯者"),
        new("Interpreter", "通訳", "口译员", "口譯員"),
        new("Organizer", "主催者", "主办者", "主辦者"),
    ];

    private static readonly UsualWord[] Headings =
    [
        new("New Event", "新着イベント", "新活动", "新活動"),
        new("New Talk", "新着トーク", "新讲座", "新講座"),
        new("Upcoming Event", "今後のイベント", "活动预告", "活動預告"),
        new("Event", "イベント", "活动", "活動"),
    ];

    private static readonly UsualWord Online = new("Online", "オンライン", "线上", "線上");

    private static readonly Dictionary<string, UsualWord> LinkKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["book"] = new("Book", "書籍", "书籍", "書籍"),
        ["slides"] = new("Slides", "スライド", "幻灯片", "簡報"),
        ["recording"] = new("Recording", "録画", "录像", "錄影"),
        ["registration"] = new("Registration", "参加申し込み", "报名", "報名"),
        ["paper"] = new("Paper", "論文", "论文", "論文"),
        ["article"] = new("Article", "記事", "文章", "文章"),
        ["video"] = new("Video", "動画", "视频", "影片"),
        ["podcast"] = new("Podcast", "ポッドキャスト", "播客", "播客"),
        ["website"] = new("Website", "ウェブサイト", "网站", "網站"),
        ["blog"] = new("Blog", "ブログ", "博客", "部落格"),
        ["transcript"] = new("Transcript", "文字起こし", "文字稿", "逐字稿"),
        ["handout"] = new("Handout", "配布資料", "讲义", "講義"),
        ["photos"] = new("Photos", "写真", "照片", "照片"),
    };

    /// <summary>A role such as <c>Guest</c> in a language, whichever language it was written in; null where it is not a usual one.</summary>
    public static string? Role(string written, string language) => Find(Roles, written, language);

    /// <summary>A series' heading such as <c>New Event</c> in a language; null where it is not a usual one.</summary>
    public static string? Heading(string written, string language) => Find(Headings, written, language);

    /// <summary>What a link of a kind such as <c>book</c> is called in a language; null for kinds that are not usual.</summary>
    public static string? LinkKind(string kind, string language) => LinkKinds.GetValueOrDefault(kind)?.In(language);

    /// <summary>For a talk that people join online; in English where the program does not speak the language.</summary>
    public static string TakesPlaceOnline(string language) => Online.In(language) ?? Online.English;

    /// <summary>Whether a label is just the word for the link's kind, which nobody wrote for this link.</summary>
    public static bool IsKindsOwn(string label, string kind) =>
        string.Equals(label.Replace(' ', '-'), kind, StringComparison.OrdinalIgnoreCase) || LinkKinds.GetValueOrDefault(kind)?.Is(label) is true;

    // 主持人 is a moderator as well as a host: what is in the language already stays as it is.
    private static string? Find(UsualWord[] words, string written, string language) =>
        words.Any(word => string.Equals(word.In(language), written.Trim(), StringComparison.OrdinalIgnoreCase))
            ? written
            : words.FirstOrDefault(word => word.Is(written.Trim()))?.In(language);
}
