using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Tests.Lint.Names;

public sealed class OtherPersonTests
{
    private const string Guest = "Takehiro Masutomo";

    /// <summary>Why; the people; which text; the text with the finding between bars.</summary>
    public static TheoryData<string, string, string, string> OtherGivenNames => new()
    {
        { "in the subtitle", Guest, "subtitle", "an interview with |Yudai Masutomo|" },
        { "behind professions", Guest, "summary", "We welcomes journalist and author |Yudai Masutomo|, will share the latest." },
        { "at the start of a sentence", Guest, "summary", "Tonight. |Yudai Masutomo| will share the latest." },
        { "another person's given name", "Takehiro Masutomo;Anna Keller", "subtitle", "an interview with |Anna Masutomo|" },
        { "in their own bio", Guest, "bio", "|Yudai Masutomo| is a journalist." },
        { "in their own bio, with a common family name", "Anna Keller", "bio", "|Marta Keller| builds boats." },
        { "behind a title, in their own bio", Guest, "bio", "Professor |Yudai Masutomo| is a journalist." },
        { "in the second sentence of a bio that names its owner nowhere", Guest, "bio", "A life in letters. |Yudai Masutomo| is a journalist." },
        { "a family name that leads", "Chang Che", "bio", "|Chang Wei| is a writer." },
        { "a common name that the text introduces", "Anna Keller", "subtitle", "a conversation with |Marta Keller|" },
        { "a person of one name who has two in their bio", "Masutomo", "bio", "|Takehiro Masutomo| is a journalist." },
        { "little words between", "Jan van der Bergen", "subtitle", "a talk with |Piet van der Bergen|" },
        { "with an honorific in kana", "Satoshi Morita|森田 さとし", "summary", "ゲストは|森田 ひろゆき|さんです。" },
    };

    public static TheoryData<string, string, string, string> NoOtherGivenName => new()
    {
        { "a relative", Guest, "summary", "His father Kenji Masutomo sold radios." },
        { "a namesake of a common name", "Anna Keller", "summary", "Anna Keller reads Helen Keller." },
        { "an initial", Guest, "subtitle", "an interview with T. Masutomo" },
        { "a profession with a capital", Guest, "summary", "We met Professor Masutomo and Journalist Masutomo." },
        { "a headline", Guest, "title", "Meeting Masutomo: Where Masutomo Goes" },
        { "a listed relative", "Takehiro Masutomo;Kenji Masutomo", "subtitle", "an interview with Kenji Masutomo" },
        { "an alias", "Takehiro Masutomo||Yudai Masutomo", "subtitle", "an interview with Yudai Masutomo" },
        { "in somebody else's bio", "Chang Che;Takehiro Masutomo", "bio", "Chang Che met Kenji Masutomo once." },
        { "the same given name in another family", Guest, "summary", "They met Takehiro Suzuki." },
        { "a namesake who opens a sentence of the bio", "Liu Wei", "bio", "Wei Liu is an engineer. She reads much. Liu Xiaobo inspired her." },
        { "a namesake who opens a paragraph of the bio", "Liu Wei", "bio", "Liu Wei is an engineer.\n\nLiu Xiaobo inspired her." },
        { "a namesake behind a title, in the bio", "Liu Wei", "bio", "Liu Wei is an engineer. Professor Liu Xiaobo inspired her." },
        { "a given name with its umlaut", "Juergen Masutomo", "subtitle", "an interview with Jürgen Masutomo" },
        { "a role in kanji", "Satoshi Morita|森田 さとし", "summary", "森田監督さんと森田教授氏" },
    };

    public static TheoryData<string, string, string, string> Strangers => new()
    {
        { "an interview", "Chang Che", "subtitle", "an interview with |Maria Sanchez|" },
        { "a conversation", "Chang Che", "title", "In Conversation with |Maria Sanchez|" },
        { "with", "Chang Che", "subtitle", "with |Maria Sanchez|" },
        { "a welcome", "Chang Che", "summary", "We welcome the journalist and author |Maria Sanchez|." },
        { "joined by", "Chang Che", "summary", "Chang will be joined by |Maria Sanchez|." },
        { "hosted by", "Chang Che", "summary", "Tea is served. Hosted by |Maria Sanchez|." },
        { "a guest with a colon", "Chang Che", "summary", "Bring a cup.\nModerator: |Maria Sanchez|" },
        { "an author who will speak", "Chang Che", "summary", "|Maria Sanchez|, author of Salt, will speak about trade." },
        { "a journalist who will speak", "Chang Che", "summary", "Tonight the journalist |Maria Sanchez| will speak about trade." },
        { "somebody who has a file", "Chang Che;!Anna Keller", "subtitle", "an interview with |Anna Keller|" },
        { "in Japanese", "Satoshi Morita|森田 さとし", "summary", "聞き手は|佐藤 花子|さんです。" },
        { "in Chinese", "Zhang Weiming|张伟明", "summary", "主持人|李娜|教授会在现场。" },
    };

    public static TheoryData<string, string, string, string> NoStranger => new()
    {
        { "an author of a book", "Chang Che", "summary", "He reads Jane Austen, author of Emma, and the novelist Natsume Soseki." },
        { "an old interview", "Chang Che", "summary", "It opens with an interview with Susan Sontag from 1979." },
        { "teachers and colleagues", "Chang Che", "summary", "He studied with Pierre Boulez and was painted by David Hockney." },
        { "an institution", "Chang Che", "subtitle", "hosted by Goethe Institut" },
        { "a listed person", "Chang Che", "subtitle", "an interview with Chang Che" },
        { "a listed person in part", "Chang Che", "subtitle", "an interview with Mr Chang" },
        { "one word", "Chang Che", "subtitle", "an interview with Death" },
        { "a place", "Chang Che", "summary", "We met in Old Customs House with Sherry Trifle." },
        { "everybody", "Satoshi Morita|森田 さとし", "summary", "皆さん、お客さん、たくさん。彼氏、奥さん、大学教授。夏目漱石先生。" },
    };

    [Theory]
    [MemberData(nameof(OtherGivenNames))]
    public void Another_given_name_is_found_at_its_very_place(string why, string people, string path, string marked)
    {
        var (text, at, written) = Marked.Read(marked);

        var finding = NameDesk.Check(people, path, text).FirstOrDefault();

        Assert.True(finding is not null, $"{why}: nothing found in {text}");
        Assert.Equal(("other-given-name", Severity.Warning, new SourceSpan(path, 1, at + 1)), (finding.Rule, finding.Severity, finding.Where));
        Assert.StartsWith($"'{written}' is not '", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public void Who_is_introduced_and_not_listed_is_noted(string why, string people, string path, string marked)
    {
        var (text, at, written) = Marked.Read(marked);

        var finding = NameDesk.Check(people, path, text).FirstOrDefault();

        Assert.True(finding is not null, $"{why}: nothing found in {text}");
        Assert.Equal(("unlisted-person", Severity.Note, new SourceSpan(path, 1, at + 1)), (finding.Rule, finding.Severity, finding.Where));
        Assert.StartsWith($"'{written}' is introduced", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NoOtherGivenName))]
    [MemberData(nameof(NoStranger))]
    public void Namesakes_and_those_who_are_only_talked_about_are_left_alone(string why, string people, string path, string text)
    {
        var findings = NameDesk.Check(people, path, text);

        Assert.True(findings.IsEmpty, $"{why}: {string.Join('\n', findings)}");
    }
}
