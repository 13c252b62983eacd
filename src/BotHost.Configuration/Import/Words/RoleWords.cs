using System.Collections.Frozen;

namespace BotHost.Configuration.Import.Words;

/// <summary>The parts that people take in a talk, in several languages, each with a word for an id.</summary>
internal static class RoleWords
{
    private const int MostWords = 4;

    private static readonly FrozenDictionary<string, string> Slugs = Table(
        ("speaker", "speaker|lecturer|keynote|presenter|talk by|a talk by|referent|referentin|vortragende|vortragender|vortrag|sprecher|sprecherin|intervenant|intervenante|ponente|conferenciante|"
            + "講師|講演者|講演|登壇|登壇者|スピーカー|話し手|語り手|発表者|講者|讲者|主讲|主讲人|主講|主講人|演讲人|演講人|演讲者|演講者|分享人|分享者|发言人|發言人|主讲嘉宾|主講嘉賓"),
        ("guest", "guest|guests of the evening|in conversation with|gast|invité|invitée|invitado|invitada|ゲスト|嘉宾|嘉賓|来宾|來賓"),
        ("interviewer", "interviewer|interviewed by|聞き手|きき手|インタビュアー|采访人|採訪人|提问人|提問人"),
        ("host", "host|hosted by|co-host|gastgeber|gastgeberin|ホスト|主持|主持人|ナビゲーター"),
        ("moderator", "moderator|moderation|moderated by|moderatorin|moderación|facilitator|司会|司会者|司会進行|進行|モデレーター|モデレータ|ファシリテーター|主持兼与谈"),
        ("chair", "chair|chaired by|convenor|convener|座長"),
        ("discussant", "discussant|respondent|commentator|panelist|panellist|in dialogue with|コメンテーター|討論者|対談者|対談相手|対談|パネリスト|パネラー|与谈|与谈人|與談|與談人|对谈|对谈人|對談|對談人|评议人|評議人|评论人|評論人|对话嘉宾|對話嘉賓"),
        ("interpreter", "interpreter|translator|通訳|通訳者|翻译|翻譯|口译|口譯|dolmetscher|dolmetscherin"),
        ("author", "author|writer|reader|著者|作者|autor|autorin|朗読"),
        ("artist", "artist|musician|performer|演奏|奏者|艺术家|藝術家"),
        ("introduction", "introduction|introduced by|opening remarks|einführung|begrüßung|開会挨拶"));

    public static bool IsRole(string text) => SlugOf(text) is not null;

    /// <summary>Whether the words stand in the table as they are.</summary>
    public static bool IsExact(string text) => Slugs.ContainsKey(text.Trim().ToLowerInvariant()) || IsPlural(text);

    public static bool IsPlural(string text) => Singular(text) is not null;

    /// <summary>The role that one of several people has: <c>Speaker</c> for <c>Speakers</c>; null where the word is no plural.</summary>
    public static string? Singular(string text)
    {
        var word = text.Trim();
        var lower = word.ToLowerInvariant();
        if (!Slugs.ContainsKey(lower) && lower.EndsWith('s') && SlugOf(lower[..^1]) is not null)
        {
            return word[..^1];
        }

        return lower is "referenten" or "referentinnen" or "vortragenden" or "gäste" ? word : null;
    }

    /// <summary>A word for an id; null where the text is no role.</summary>
    public static string? SlugOf(string text)
    {
        var key = text.Trim().ToLowerInvariant();
        if (Slugs.TryGetValue(key, out var slug))
        {
            return slug;
        }

        // A keynote speaker is a speaker; a name with a sign and a role behind it is more than a role.
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (key.All(character => char.IsLetter(character) || character is ' ' or '-' or '\'' or '&') && words.Length is > 1 and <= MostWords)
        {
            return Slugs.GetValueOrDefault(words[^1]);
        }

        // 特別ゲスト is a guest, too.
        return key.Length is > 2 and <= 8 && key[0] > '\u2E80'
            ? Slugs.Where(pair => pair.Key[0] > '\u2E80' && pair.Key.Length > 1 && key.EndsWith(pair.Key, StringComparison.Ordinal)).Select(pair => pair.Value).FirstOrDefault()
            : null;
    }

    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<(string Slug, string Words)> rows)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (slug, words) in rows)
        {
            foreach (var word in words.Split('|'))
            {
                table.TryAdd(word, slug);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
