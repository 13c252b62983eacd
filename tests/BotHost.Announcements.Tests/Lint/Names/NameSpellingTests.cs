using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Tests.Lint.Names;

public sealed class NameSpellingTests
{
    private const string Guest = "Takehiro Masutomo";

    /// <summary>Why; the people; which text; the text with the finding between bars; the name that is meant.</summary>
    public static TheoryData<string, string, string, string, string> Slips => new()
    {
        { "two letters changed places across one", Guest, "subtitle", "an interview with Takehiro |Masumoto|", "Masutomo" },
        { "neighbours swapped", Guest, "subtitle", "an interview with Takehiro |Masutmoo|", "Masutomo" },
        { "a letter dropped", Guest, "summary", "We meet Takehiro |Masutmo| at noon.", "Masutomo" },
        { "a letter doubled", Guest, "summary", "We meet Takehiro |Masuttomo| at noon.", "Masutomo" },
        { "a letter replaced", Guest, "summary", "We meet Takehiro |Masutono| at noon.", "Masutomo" },
        { "the given name", Guest, "summary", "We meet |Takehrio| Masutomo at noon.", "Takehiro" },
        { "the family name in front", Guest, "summary", "We meet |Masutmo| Takehiro at noon.", "Masutomo" },
        { "a word alone", Guest, "summary", "What will |Masumoto| say next?", "Masutomo" },
        { "a word alone at the start of a sentence", Guest, "summary", "He left. |Masumoto| stayed.", "Masutomo" },
        { "a possessive", Guest, "summary", "We read |Masutmo|'s notes.", "Masutomo" },
        { "a curly possessive", Guest, "summary", "We read |Masutmo|’s notes.", "Masutomo" },
        { "an honorific", Guest, "summary", "We ask |Masumoto|-san about it.", "Masutomo" },
        { "behind a title", "Tomasz Wilk", "summary", "We ask Mr |Wikl| about it.", "Wilk" },
        { "behind an initial", Guest, "summary", "We ask T. |Masumoto| about it.", "Masutomo" },
        { "capitals throughout", Guest, "title", "TAKEHIRO |MASUMOTO| LIVE", "Masutomo" },
        { "a title in headline case", Guest, "title", "Inside |Masumoto|’s Notebooks", "Masutomo" },
        { "a short family name, swapped", "Chang Che", "summary", "We ask |Chnag| Che about it.", "Chang" },
        { "a short given name, dropped", "Chang Che", "summary", "We ask Chang |Ce| about it.", "Che" },
        { "the first letter changed", "Chang Che", "summary", "We ask |Bhang| Che about it.", "Chang" },
        { "the first letter lost with its capital", "Chang Che", "summary", "We ask |hang| Che about it.", "Chang" },
        { "the capital on the second letter", "Chang Che", "summary", "We ask |hCang| Che about it.", "Chang" },
        { "with the right name beside it", Guest, "summary", "Takehiro Masutomo, or Takehiro |Masumoto|?", "Masutomo" },
        { "both halves", Guest, "summary", "We meet |Takehrio| Masutmo.", "Takehiro" },
        { "an emphasis", Guest, "summary", "We meet *Takehiro |Masutmo|*.", "Masutomo" },
        { "link words", Guest, "summary", "We meet [Takehiro |Masutmo|](https://example.org/Masutmo).", "Masutomo" },
        { "broken over two lines", Guest, "summary", "We meet Takehiro\n|Masutmo| at noon.", "Masutomo" },
        { "an alias", "Takehiro Masutomo||Yudai Masutomo", "summary", "We meet |Yuddai| Masutomo at noon.", "Yudai" },
        { "a hyphenated given name", "Kim Min-ji", "summary", "We meet Kim |Min-jee| at noon.", "Min-ji" },
        { "little words between", "Jan van der Berg", "summary", "We meet Jan van der |Breg| at noon.", "Berg" },
        { "an accent does not hide it", "Tomáš Wilk", "summary", "We meet |Tomša| Wilk at noon.", "Tomáš" },
        { "an umlaut does not hide it", "Jürgen Müller", "subtitle", "an interview with Jürgen |Müler|", "Müller" },
        { "an umlaut spelled out in a misspelt name", "Jürgen Müller", "subtitle", "an interview with Jürgen |Mueler|", "Müller" },
        { "two letters that are no umlaut", "Michael Keller", "subtitle", "an interview with |Michal| Keller", "Michael" },
        { "an apostrophe", "Niamh O'Brien", "summary", "We meet Niamh |O’Bryen| at noon.", "O'Brien" },
        { "their own bio", Guest, "bio", "|Takehrio| Masutomo is a journalist.", "Takehiro" },
        { "their own bio, alone", Guest, "bio", "|Tkaehiro| was born in Fukuoka.", "Takehiro" },
        { "their own bio, alone and short", "Anna Keller", "bio", "|Ana| builds boats.", "Anna" },
        { "their own bio, headless", Guest, "bio", "He writes. |akehiro| was born in Fukuoka.", "Takehiro" },
        { "another's bio", "Chang Che;Takehiro Masutomo", "bio", "Chang Che has worked with Takehiro |Masumoto|.", "Masutomo" },
        { "in a translation", Guest, "translations/ja/subtitle", "Takehiro |Masumoto|", "Masutomo" },
        { "kana, one letter", "Satoshi Morita|森田 さとし", "summary", "ゲストは|森田さとる|さんです。", "森田 さとし" },
        { "Han, one letter", "Takehiro Masutomo|増友 雄大", "subtitle", "|増友 雄太|が語る", "増友 雄大" },
        { "Han, the first letter", "Takehiro Masutomo|増友 雄大", "summary", "本書で|舛友雄大|は書く。".Replace("で|", "「|"), "増友 雄大" },
        { "Han, a letter lost", "Takehiro Masutomo|増友 雄大", "subtitle", "|増友大|氏が語る", "増友 雄大" },
        { "Han, swapped", "Zhang Weiming|张伟明", "summary", "本期嘉宾|张明伟|老师。", "张伟明" },
        { "a reading", "Takehiro Masutomo|増友 雄大||ますとも たけひろ", "summary", "増友雄大(|ますとも たけひる|)さん", "ますとも たけひろ" },
    };

    /// <summary>Why; the people; which text; the text.</summary>
    public static TheoryData<string, string, string, string> Right => new()
    {
        { "as it is", Guest, "subtitle", "an interview with Takehiro Masutomo" },
        { "no capital", "Anna Keller", "summary", "We saw a killer, a seller and a kellar." },
        { "another person of the talk", "Tanaka Yuki;Tanaka Yuko", "summary", "Tanaka Yuki met Tanaka Yuko." },
        { "another person of the catalogue", "Tanaka Yuki;!Tanaka Yuko", "summary", "She met Tanaka Yuko." },
        { "a different whole name", "Ines Faria", "summary", "She met Maria Sanchez in Feria de Abril." },
        { "a short word at the start", "Chang Che", "summary", "The Chang family. She stayed. Chan is a name." },
        { "a common name near it", "Anna Keller", "summary", "A poem by Heller and one by Kelley." },
        { "an abbreviation", "Marta Costa", "summary", "The COST action of the EU. COSTS are shared." },
        { "two letters off, and a name of its own", "Peter Hansen", "summary", "She met Hans Peter Lemke." },
        { "the plural", "Tomasz Wilk", "summary", "We visited the Wilks at home." },
        { "a middle name", Guest, "summary", "We meet Takehiro James Masutomo." },
        { "a web address", Guest, "summary", "See https://example.org/Takehiro-Masumoto or masumoto.example.org/Masutmo." },
        { "a mail address", Guest, "summary", "Write to Takehiro.Masumoto@example.org today." },
        { "a hashtag and a handle", Guest, "summary", "Follow #Masumoto and @Masumoto." },
        { "an alias is right, too", "Takehiro Masutomo||Takehiro Masumoto", "subtitle", "an interview with Takehiro Masumoto" },
        { "an umlaut spelled out", "Jürgen Müller", "summary", "We meet Juergen Mueller." },
        { "one of two umlauts spelled out", "Jürgen Müller", "subtitle", "an interview with Jürgen Mueller" },
        { "the other umlaut spelled out", "Jürgen Müller", "subtitle", "an interview with Juergen Müller" },
        { "an umlaut without its dots", "Jürgen Müller", "subtitle", "an interview with Jürgen Muller" },
        { "an umlaut that the list spells out", "Juergen Mueller", "subtitle", "an interview with Jürgen Müller" },
        { "one of two that the list spells out", "Juergen Mueller", "subtitle", "an interview with Juergen Müller" },
        { "an umlaut that the list spells out, alone", "Jörg Schoenfelder", "summary", "We ask Mr Schönfelder about it." },
        { "a double s", "Jörg Großmann", "subtitle", "an interview with Joerg Grossmann" },
        { "no name at all", "Takehiro Masutomo", "summary", "1234 — !?" },
        { "a family name with さん", "Satoshi Morita|森田 さとし", "summary", "森田さんと森田氏と森田監督、森田家。" },
        { "three letters and an honorific", "Hao Li|李小龙", "summary", "李小姐和李先生。" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_found_at_its_very_place(string why, string people, string path, string marked, string meant)
    {
        var (text, at, written) = Marked.Read(marked);

        var finding = NameDesk.Check(people, path, text).FirstOrDefault();

        Assert.True(finding is not null, $"{why}: nothing found in {text}");
        Assert.Equal(("name-spelling", Severity.Warning, new SourceSpan(path, 1, at + 1)), (finding.Rule, finding.Severity, finding.Where));
        Assert.StartsWith($"'{written}' looks like '{meant}'", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void What_is_right_or_no_name_is_left_alone(string why, string people, string path, string text)
    {
        var findings = NameDesk.Check(people, path, text);

        Assert.True(findings.IsEmpty, $"{why}: {string.Join('\n', findings)}");
    }

    [Fact]
    public void The_finding_says_who_is_meant_and_what_to_do()
    {
        var finding = Assert.Single(NameDesk.Check(Guest, "subtitle", "an interview with Takehiro Masumoto"));

        Assert.Equal("'Masumoto' looks like 'Masutomo' (Takehiro Masutomo) in another spelling", finding.Text);
        Assert.Equal("write 'Masutomo', or add the spelling to the person's aliases", finding.Remedy);
    }
}
