using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Talks;

public sealed class TalkInLanguageTests
{
    private static readonly Talk English = new TalkBuilder().Titled("The title", "The subtitle").Summary("The summary")
        .Place("The hall").By(PersonBuilder.GuestId).Link("book", "The book", "https://example.org/book").Link("slides", "Slides", "https://example.org/slides").Build();

    [Theory]
    [InlineData("en", "", "en", "en")]
    [InlineData("en", "ja", "en", "en")]
    [InlineData("en", "ja", "ja", "ja")]
    [InlineData("en", "ja", "ja-JP", "ja")]
    [InlineData("en", "en-GB", "en-GB", "en-GB")]
    [InlineData("en", "en-GB", "en-US", "en")]
    [InlineData("en-GB", "", "en-US", "en-GB")]
    [InlineData("ja", "en-GB", "en-US", "en-GB")]
    [InlineData("ja", "en-GB", "en", "en-GB")]
    [InlineData("en", "zh-Hans,zh-Hant", "zh-TW", "zh-Hant")]
    [InlineData("en", "zh-Hans,zh-Hant", "zh-SG", "zh-Hans")]
    [InlineData("en", "zh-TW", "zh-Hant", "zh-TW")]
    [InlineData("en", "zh", "zh-TW", "zh")]
    [InlineData("zh-Hant", "zh", "zh-TW", "zh-Hant")]
    public void The_nearest_text_that_the_readers_can_read_is_theirs(string own, string translated, string reader, string expected)
    {
        var view = In(Translated(own, translated), reader);

        Assert.Equal(expected, view.Source);
        Assert.False(view.IsWhole);
        Assert.Equal(expected == own ? "The title" : $"Title in {expected}", view.Talk.Title);
    }

    [Theory]
    [InlineData("en", "", "ja")]
    [InlineData("en", "zh-Hans", "zh-TW")]
    [InlineData("zh-Hans", "", "zh-Hant")]
    [InlineData("zh-TW", "ja", "zh-CN")]
    public void A_talk_that_no_text_serves_is_whole_in_its_own_language(string own, string translated, string reader)
    {
        var talk = Translated(own, translated);

        var view = In(talk, reader);

        Assert.True(view.IsWhole);
        Assert.Equal(own, view.Source);
        Assert.Equal(talk, view.Talk);
    }

    [Fact]
    public void A_translation_with_neither_title_nor_summary_is_none()
    {
        var roles = new TalkTranslation { Place = "会場", Roles = ImmutableDictionary<string, string>.Empty.Add("Guest", "お客さま") };

        var view = In(With(English, ("ja", roles)), "ja");

        Assert.True(view.IsWhole);
        Assert.Equal(("The hall", "Guest", "The book"), (view.Talk.Place!.Name, view.Talk.People[0].Role, view.Talk.Links[0].Label));
    }

    [Fact]
    public void What_a_translation_leaves_out_stands_as_written()
    {
        var view = In(With(English, ("ja", new TalkTranslation { Title = "題" })), "ja");

        Assert.Equal(("題", "The subtitle", "The hall"), (view.Talk.Title, view.Talk.Subtitle, view.Talk.Place!.Name));
        Assert.Equal(English.Summary, view.Talk.Summary);
        Assert.True(view.IsSummaryForeign);
    }

    [Fact]
    public void Words_come_from_the_talk_then_from_its_series_then_from_the_usual_ones()
    {
        var texts = new TalkTranslation { Title = "題", Labels = Words(("The book", "この本")) };
        var series = new SeriesTranslation { Roles = Words(("Guest", "お客さま")), Labels = Words(("The book", "本"), ("Slides", "資料")) };

        var both = In(With(English, ("ja", texts)), "ja", series);
        var alone = In(With(English, ("ja", new TalkTranslation { Title = "題" })), "ja");

        Assert.Equal(["この本", "資料"], both.Talk.Links.Select(link => link.Label));
        Assert.Equal("お客さま", both.Talk.People[0].Role);
        Assert.Equal(["書籍", "スライド"], alone.Talk.Links.Select(link => link.Label));
        Assert.Equal("ゲスト", alone.Talk.People[0].Role);
    }

    [Fact]
    public void At_home_a_written_label_stays_and_the_word_of_its_kind_is_the_languages()
    {
        var view = In(English with { Language = "ja" }, "ja");

        Assert.Equal(["The book", "スライド"], view.Talk.Links.Select(link => link.Label));
    }

    [Fact]
    public void Only_the_place_of_the_series_takes_the_name_that_the_series_gives_it()
    {
        var series = new SeriesTranslation { Place = "いつもの会場" };
        var talk = With(English, ("ja", new TalkTranslation { Title = "題" }));

        var usual = In(talk, "ja", series, talk.Place);
        var other = In(talk, "ja", series, new Place("Elsewhere"));

        Assert.Equal(("いつもの会場", "The hall"), (usual.Talk.Place!.Name, other.Talk.Place!.Name));
    }

    [Fact]
    public void The_names_of_the_series_are_the_readers_even_where_the_talk_is_not()
    {
        var view = In(English, "ja", new SeriesTranslation { Name = "アジア・トーク" });

        Assert.Equal(("アジア・トーク", "新着イベント"), (view.Series.Name, view.Series.Heading));
    }

    [Theory]
    [InlineData("Guest", "ja", "ゲスト")]
    [InlineData("guest", "zh-TW", "嘉賓")]
    [InlineData("聞き手", "en", "Interviewer")]
    [InlineData("主持人", "zh-CN", "主持人")]
    [InlineData("主持人", "en", "Moderator")]
    [InlineData("Chair", "zh-Hans", "主席")]
    [InlineData("Guest", "fr", null)]
    [InlineData("Ship's cook", "ja", null)]
    public void Usual_roles_need_no_translation(string role, string language, string? expected) =>
        Assert.Equal(expected, UsualWords.Role(role, language));

    [Theory]
    [InlineData("en", null, "Takehiro Masutomo", "舛友 雄大")]
    [InlineData("fr", null, "Takehiro Masutomo", "舛友 雄大")]
    [InlineData("ja", null, "舛友 雄大", null)]
    [InlineData("zh-Hant", null, "舛友 雄大", null)]
    [InlineData("ko", null, "Takehiro Masutomo", "舛友 雄大")]
    [InlineData("ko", "마스토모 다케히로", "마스토모 다케히로", "舛友 雄大")]
    [InlineData("ja", "舛友雄大", "舛友雄大", null)]
    public void A_name_is_the_translated_one_else_the_native_one_that_the_readers_write_else_the_name(string language, string? translated, string name, string? native)
    {
        var person = new PersonBuilder().Named("Takehiro Masutomo", "舛友 雄大").Build() with
        {
            Translations = translated is null ? new() : Of((language, new PersonTranslation { Name = translated })),
        };

        var view = person.In(language);

        Assert.Equal((name, native), (view.Name, view.NativeName));
    }

    [Theory]
    [InlineData("やまだ", "ja", true)]
    [InlineData("やまだ", "zh", false)]
    [InlineData("山田・花子", "ja", true)]
    [InlineData("김민수", "ko", true)]
    [InlineData("김민수", "ja", false)]
    [InlineData("Анна Ковальчук", "uk", true)]
    [InlineData("Анна", "en", false)]
    [InlineData("Łukasz", "pl", false)]
    [InlineData("123", "ja", false)]
    public void Letters_tell_whose_name_it_is(string name, string language, bool fits) => Assert.Equal(fits, WritingSystem.Fits(name, language));

    [Fact]
    public void A_translated_biography_stands_without_the_headline_of_the_other_language()
    {
        var person = new PersonBuilder().Headline("A writer").Bio("A life").Build() with
        {
            Translations = Of(("ja", new PersonTranslation { Bio = RichText.Plain("一生") })),
        };

        Assert.Null(person.In("ja").Headline);
        Assert.Equal("一生", PlainText.Of(person.In("ja").Bio, "ja"));
        Assert.Equal("A writer", person.In("de").Headline);
    }

    [Theory]
    [InlineData("zh-Hant", "en", "Traditional Chinese only")]
    [InlineData("zh-TW", "ja", "中国語（繁体字）のみ")]
    [InlineData("ja", "zh-HK", "僅日文")]
    [InlineData("fr", "zh-CN", "仅法文")]
    [InlineData("fr", "zh", "仅法文")]
    [InlineData("en", "de", null)]
    public void A_language_is_named_in_the_readers_words(string tag, string reader, string? expected) => Assert.Equal(expected, LanguageNames.Only(tag, reader));

    private static Talk Translated(string own, string tags) => With(
        English with { Language = own },
        [.. tags.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(tag => (tag, new TalkTranslation { Title = $"Title in {tag}", Summary = RichText.Plain("s") }))]);

    private static Talk With(Talk talk, params (string Tag, TalkTranslation Texts)[] translations) => talk with { Translations = Of(translations) };

    private static Translations<T> Of<T>(params (string Tag, T Texts)[] translations)
        where T : class => new(translations.ToImmutableDictionary(entry => entry.Tag, entry => entry.Texts));

    private static ImmutableDictionary<string, string> Words(params (string Word, string Translated)[] words) =>
        words.ToImmutableDictionary(entry => entry.Word, entry => entry.Translated);

    private static TalkInLanguage In(Talk talk, string reader, SeriesTranslation? common = null, Place? place = null)
    {
        var catalogue = new CatalogueBuilder().With(talk).Build();
        var series = catalogue.SeriesOf(talk) with { Place = place, Translations = common is null ? new() : Of((reader, common)) };
        return TalkInLanguage.Of(catalogue with { Series = catalogue.Series.SetItem(series.Id, series) }, talk, reader);
    }
}
