using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BotHost.Announcements.Lint;

/// <summary>Finds the words that name a day by its distance from the reader's own, and passes over those that are idioms or names.</summary>
/// <remarks>
/// "Today" and its kin mean the present as often as a day, so they count only where the talk itself is meant: beside a time, or
/// with a word for coming or beginning. "Tonight" and "tomorrow" count, "the world of tomorrow" does not. "This Friday" counts where
/// it opens a sentence or somebody meets or speaks in it. What stands in quotation marks, or is capitalised inside a sentence or
/// with all of its own, is a name: <i>Asia Today</i>, <i>Edge of Tomorrow</i>, <i>Tomorrow Never Comes</i>.
/// </remarks>
internal static partial class RelativeDays
{
    private const string Time = @"(?:at|from|starting\s+at|around)?\s*\d{1,2}(?:[:.]\d\d|\s*(?:am|pm|o'clock))|(?:at|from)\s+(?:noon|midnight|\d)";

    private const string Meeting =
        @"\b(?:join|meet|come|gather|register|tune\s+in|see\s+you|talks?|speaks?|discuss(?:es)?|welcomes?|hosts?|begins?|starts?|presents?)\b";

    private const string Weekday =
        @"\b(?<!\bthe\s+)(?:this|next)\s+(?:coming\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?\b(?!['’]s)";

    private const string WeekdayOrWeek = "(?:" + Weekday + @"|\bthis\s+week(?:end)?\b(?!['’]s))";

    // Most texts hold none of these, and a pattern costs more than a look.
    private static readonly ImmutableArray<(SearchValues<string> Hints, Regex Pattern)> Patterns =
    [
        (Any("tonight", "tomorrow", "yesterday", "this ", "last night", "next week"), English()),
        (Any("today"), EnglishToday()),
        (Any("this ", "next "), EnglishWeekday()),
        (Any("heute", "morgen", "gestern", "nächste"), German()),
        (Any("本日", "今晩", "今夜", "来週", "今日", "明日"), Japanese()),
        (Any("今晚", "下周", "下週", "今天", "明天", "昨天"), Chinese()),
    ];

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?:;,–—\n");

    private static readonly (char Open, char Close)[] Quotes = [('“', '”'), ('「', '」'), ('『', '』'), ('《', '》'), ('〈', '〉'), ('„', '“'), ('«', '»'), ('‘', '’')];

    public static IEnumerable<(int Index, string Words)> In(string text)
    {
        foreach (var (_, pattern) in Patterns.Where(entry => text.AsSpan().ContainsAny(entry.Hints)))
        {
            foreach (var group in pattern.Matches(text).Select(match => match.Groups["words"]))
            {
                if (!IsQuoted(text, group.Index) && !IsName(text, group))
                {
                    yield return (group.Index, group.Value);
                }
            }
        }
    }

    private static SearchValues<string> Any(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>A capital in the middle of a sentence, or in a phrase of its own emphasis.</summary>
    private static bool IsName(string text, Group group) =>
        char.IsUpper(text[group.Index]) && (!OpensSentence(text, group.Index) || IsHeadline(text, group));

    /// <summary>Every weighty word has a capital up to the next stop: a name, or a headline that means no day.</summary>
    private static bool IsHeadline(string text, Group group)
    {
        if (!group.Value.Equals("Tomorrow", StringComparison.Ordinal) && !group.Value.Equals("Yesterday", StringComparison.Ordinal))
        {
            return false;
        }

        var end = text.AsSpan(group.Index).IndexOfAny(Stops);
        var clause = end < 0 ? text[group.Index..] : text.Substring(group.Index, end);
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 && char.IsUpper(words[1][0]) && words.All(word => word.Length < 4 || char.IsUpper(word[0]));
    }

    private static bool OpensSentence(string text, int index)
    {
        var before = text.AsSpan(0, index).TrimEnd([' ', '\t', '"', '(', '>', '-', '#']);
        if (before.IsEmpty || before[^1] is '.' or '!' or '?' or ':' or ';' or '…' or '—' or '–' or '\n')
        {
            return true;
        }

        // *Tomorrow* is a title, **Tonight** at the start of a line is loud.
        return before.EndsWith("**", StringComparison.Ordinal) && OpensSentence(text, before.Length - 2);
    }

    private static bool IsQuoted(string text, int index)
    {
        var paragraph = text.LastIndexOf("\n\n", index, StringComparison.Ordinal) + 1;
        var before = text.AsSpan(paragraph, index - paragraph);
        var after = text.AsSpan(index);
        if (before.Count('"') % 2 == 1 && after.Contains('"'))
        {
            return true;
        }

        foreach (var (open, close) in Quotes)
        {
            if (before.LastIndexOf(open) > before.LastIndexOf(close) && after.Contains(close))
            {
                return true;
            }
        }

        return false;
    }

    // Not "tomorrow's leaders", nor "the cities of tomorrow", nor what tomorrow brings, nor from yesterday to today.
    [GeneratedRegex(
        @"\b(?<words>tonight(?:'s|’s)?|(?<!\b(?:of|and|for|or|(?:today|yesterday)\s+to|what|what\s+(?:(?:will|may|might|could|would)\s+)?(?:happens?|comes?|follows?|becomes?|matters?))\s+)"
        + @"(?:tomorrow|yesterday)(?:\s+(?:morning|afternoon|evening|night))?(?!['’]s|,?\s+(?:(?:to|and|or|till|until)\s+)?(?:today|tomorrow|now)\b)|this\s+(?:morning|afternoon|evening)|last\s+night|next\s+week(?!['’]s))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b(?<words>later\s+today)\b|\b(?<words>today)\b,?\s+(?:" + Time + @")|\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)?\s+(?<words>today)\b"
        + @"|\b(?:join|meet)(?:\s+(?:us|me|them|our\s+guests?))?(?:\s+(?:live|online|here))?\s+(?<words>today)\b"
        + @"|\b(?:starts?|begins?|happening|taking\s+place|takes\s+place|register|tune\s+in|see\s+you|airs?)\s+(?<words>today)\b"
        + @"|(?:^|[.!?\n]\s*|\*\*)(?<words>today)(?:\*\*)?,?\s+(?:join|come|our\s+(?:guest|speaker|host)|we\s+(?:welcome|meet|talk|speak|discuss|host|present|hear|are\s+joined|will))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishToday();

    [GeneratedRegex(
        @"(?:^|[.!?:]\s+|\n\s*|\*\*)(?<words>" + Weekday + @")|" + Meeting + @"[^.!?]{0,80}?(?<words>" + WeekdayOrWeek + @")|(?<words>" + WeekdayOrWeek + @")[^.!?]{0,80}?" + Meeting,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishWeekday();

    // "Heute" and "morgen" alone are the present and the morning.
    [GeneratedRegex(
        @"\b(?<words>(?:heute|morgen|gestern)\s+(?:Abend|Nachmittag|Vormittag|Mittag|Nacht|früh))\b|\b(?<words>heute|morgen)\s+(?:um|ab)\s+\d|\b(?<words>heute)\s+(?:findet|spricht|sprechen\s+wir|diskutieren\s+wir|begrüßen\s+wir)\b|\b(?<words>nächste\s+Woche)\b"
        + @"|\b(?<!\b(?:von|für|und|oder|das|dem|im|ins)\s+)(?<words>übermorgen|vorgestern)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex German();

    // 今日の日本 is the Japan of our days, 明日への a figure of speech, 明日香 a name.
    [GeneratedRegex(
        @"(?<words>本日|今晩|今夜|来週)|(?<words>今日|明日)(?=は|も|、|,|，|\s*\d|\s*[０-９]|の?(?:夜|夕方|午前|午後|朝|晩)|から|開催|[（(])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();

    // 今天的中国 is the China of our days.
    [GeneratedRegex(
        @"(?<words>今晚|下[周週](?![期岁歲]))|(?<words>今天|明天|昨天)(?!的)(?=晚|上午|下午|中午|傍晚|早|[,，、我們们]|\s*\d|舉行|举行|開始|开始|是|[见見](?![证證])|[（(])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
