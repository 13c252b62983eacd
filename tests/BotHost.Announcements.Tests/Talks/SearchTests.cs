using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Talks;

public sealed class SearchTests
{
    private static readonly PublicCatalogue Catalogue = new(
        new CatalogueBuilder()
            .With(
                new PersonBuilder().Named("Takehiro Masutomo", "舛友 雄大").AlsoCalled("Yudai Masutomo"),
                new PersonBuilder("koji-ono").Named("Kōji Ōno"))
            .With(
                new TalkBuilder().By(PersonBuilder.GuestId).By(PersonBuilder.InterviewerId, "Interviewer"),
                new TalkBuilder("rivers").Numbered("177").Titled("Rivers of the Delta").At(2027, 3, 1, 19).By("koji-ono"),
                new TalkBuilder("river-songs").Numbered("17").Titled("River Songs", "and immigration").At(2027, 2, 1, 19),
                new TalkBuilder("run").Numbered(null).Titled("潤日の人びと").ToBeAnnounced(),
                new TalkBuilder("176").Numbered("9").Titled("A Talk Whose Id Is a Number").ToBeAnnounced())
            .Build(),
        Instant.FromUtc(2027, 1, 1, 0, 0),
        new HashSet<TalkId>(),
        _ => Instant.MinValue);

    /// <summary>Why, what is typed, what is found (best first), and how many of them are equally good.</summary>
    public static TheoryData<string, string, string[], int> Queries => new()
    {
        { "an id is certain, even where another talk has it as its number", "176", ["176", "asian-talk-176"], 1 },
        { "an id in capitals", "RIVERS", ["rivers", "river-songs"], 1 },
        { "a number goes before numbers that begin like it", "17", ["river-songs", "asian-talk-176", "rivers", "176"], 1 },
        { "a number with its sign", "#177", ["rivers"], 1 },
        { "series and number", "asian talk 177", ["rivers"], 1 },
        { "a whole title", "River Songs", ["river-songs"], 1 },
        { "the beginning of two titles, the sooner talk first", "river", ["river-songs", "rivers"], 2 },
        { "the beginning of a title", "chinese immig", ["asian-talk-176"], 1 },
        { "a word in two talks, the sooner talk first", "immigration", ["asian-talk-176", "river-songs"], 2 },
        { "words in any order", "discontents chinese", ["asian-talk-176"], 1 },
        { "beginnings of words", "disc imm", ["asian-talk-176"], 1 },
        { "a speaker's family name", "masutomo", ["asian-talk-176"], 1 },
        { "a speaker's alias", "yudai", ["asian-talk-176"], 1 },
        { "a speaker's native name", "舛友", ["asian-talk-176"], 1 },
        { "a speaker and a word of the title", "chang immigration", ["asian-talk-176"], 1 },
        { "no accents needed", "koji ono", ["rivers"], 1 },
        { "accents taken", "kōji", ["rivers"], 1 },
        { "full-width letters", "Ｋｏｊｉ", ["rivers"], 1 },
        { "a part of a name in a script without spaces", "人びと", ["run"], 1 },
        { "two letters swapped", "Masumoto", ["asian-talk-176"], 1 },
        { "a letter left out", "imigration", ["asian-talk-176", "river-songs"], 2 },
        { "a digit is never a typo", "179", [], 0 },
        { "short words have no typos", "cheng cha", [], 0 },
        { "nothing like it", "astronomy", [], 0 },
        { "punctuation alone", "?!", [], 0 },
        { "nothing", "  ", [], 0 },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_search_finds_what_people_mean(string why, string typed, string[] found, int best)
    {
        var result = Catalogue.FindTalks(typed);

        Assert.True(found.SequenceEqual(result.All.Select(talk => talk.Id.Value)), $"{why}: {string.Join(", ", result.All.Select(talk => talk.Id))}");
        Assert.True(best == result.Best.Length, $"{why}: {result.Best.Length} equally good");
    }

    [Theory]
    [InlineData("takehiro-masutomo", "takehiro-masutomo")]
    [InlineData("TAKEHIRO", "takehiro-masutomo")]
    [InlineData("舛友 雄大", "takehiro-masutomo")]
    [InlineData("yudai masutomo", "takehiro-masutomo")]
    [InlineData("Takehiro Masumoto", "takehiro-masutomo")]
    [InlineData("ono", "koji-ono")]
    [InlineData("che", "chang-che")]
    public void A_person_is_found_by_any_of_their_names(string typed, string found)
    {
        Assert.Equal([found], Catalogue.FindPeople(typed).Best.Select(person => person.Id.Value));
    }

    [Theory]
    [InlineData("discontentment", "asian-talk-176")]
    [InlineData("delta of streams", "rivers")]
    [InlineData("takeshi masutani", "asian-talk-176")]
    public void What_comes_closest_is_offered_where_nothing_matches(string typed, string nearest)
    {
        Assert.Empty(Catalogue.FindTalks(typed).All);
        Assert.Equal(nearest, Catalogue.NearestTalks(typed, 3)[0].Id.Value);
    }

    [Fact]
    public void An_endless_query_is_cut_and_not_pondered()
    {
        Assert.Empty(Catalogue.FindTalks(new string('x', 100_000)).All);
        Assert.Empty(Catalogue.NearestTalks(new string('x', 100_000), 3));
    }

    [Theory]
    [InlineData("Japan’s “Run”  community!", "japans run community")]
    [InlineData("Crème Brûlée", "creme brulee")]
    [InlineData("Bru\u0302le\u0301e", "brulee")]
    [InlineData("Straße", "strasse")]
    [InlineData("Ｒｕｎ１７６", "run176")]
    [InlineData("日本 RÙN", "日本 run")]
    public void Words_are_compared_without_case_accents_and_punctuation(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', SearchText.Words(text)));
    }

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("same", "same", 0)]
    public void Distance_counts_changes_and_swaps(string left, string right, int distance)
    {
        Assert.Equal(distance, SearchText.Distance(left, right));
    }
}
