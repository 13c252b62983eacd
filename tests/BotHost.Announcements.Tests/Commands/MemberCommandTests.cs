using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>What members are told. The stage stands on 2 January 2027; a talk with a date was announced the day before.</summary>
public sealed class MemberCommandTests
{
    [Fact]
    public async Task Next_tells_title_time_place_people_and_links_of_the_next_talk()
    {
        using var stage = new CommandStage(Sample());

        var reply = await stage.AskAsync("next");

        Assert.Equal(
            """
            # Asian Talk 176: Chinese Immigration and Its Discontents
            *an interview with Takehiro Masutomo*
            <2027-01-20T10:00:00Z Full> (<2027-01-20T10:00:00Z Relative>)
            Waseda Hall, 1-104 Totsukamachi ([map](https://maps.example/waseda))
            Online: the link will be shown here from <2027-01-20T09:00:00Z Full>
            Takehiro Masutomo (舛友 雄大) (Guest), Chang Che (Interviewer)
            Also planned: Asian Talk 178: Rivers (date to be announced, after the summer).
            """,
            AnswerText.Of(reply.Content));
        Assert.Equal(["Run Ri"], reply.Links.Select(link => link.Label));
        Assert.False(reply.Private);
    }

    [Fact]
    public async Task Next_leads_to_the_online_link_once_it_is_revealed()
    {
        using var stage = new CommandStage(Sample());
        stage.Clock.Set(Instant.FromUtc(2027, 1, 20, 9, 0));

        var reply = await stage.AskAsync("next");

        Assert.Contains("[Join online](https://meet.example/176)", AnswerText.Of(reply.Content), StringComparison.Ordinal);
        Assert.Equal(["Join online", "Run Ri"], reply.Links.Select(link => link.Label));
    }

    [Fact]
    public async Task Next_tells_the_talk_that_is_on_and_the_one_after_it()
    {
        using var stage = new CommandStage(Sample());
        stage.Clock.Set(Instant.FromUtc(2027, 1, 20, 10, 5));

        var text = AnswerText.Of((await stage.AskAsync("next")).Content);

        Assert.Contains("*Now*, since <2027-01-20T10:00:00Z Full>, until <2027-01-20T11:30:00Z TimeOfDay>", text, StringComparison.Ordinal);
        Assert.Contains("After that: Asian Talk 177: Songs, <2027-02-10T10:00:00Z Full>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_has_a_friendly_word_where_nothing_is_planned()
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(new TalkBuilder().Is(TalkStatus.Draft)));

        var reply = await stage.AskAsync("next");

        Assert.Equal("No talk is planned at the moment. Look in again soon!", AnswerText.Of(reply.Content));
    }

    [Fact]
    public async Task Next_names_what_has_no_date_where_nothing_else_comes()
    {
        using var stage = new CommandStage(new CatalogueBuilder().Listed(Listing.WhenConfirmed)
            .With(new TalkBuilder("rivers").Titled("Rivers").ToBeAnnounced("after the summer")));

        var reply = await stage.AskAsync("next");

        Assert.Equal(
            "No talk has a date yet. Also planned: Rivers (date to be announced, after the summer).", AnswerText.Of(reply.Content));
    }

    [Fact]
    public async Task Talks_lists_what_comes_with_times_and_ids()
    {
        var catalogue = Sample().With(
            new TalkBuilder("off").Titled("Off").At(2027, 1, 30, 19).Is(TalkStatus.Cancelled),
            new TalkBuilder("day").Titled("Day").OnDate(2027, 3, 3));
        using var stage = new CommandStage(catalogue);

        var reply = await stage.AskAsync("talks");

        Assert.Equal(
            """
            # Coming talks
            - *Asian Talk 176: Chinese Immigration and Its Discontents* · <2027-01-20T10:00:00Z Full> · `asian-talk-176`
            - *Off* · *Cancelled*, <2027-01-30T10:00:00Z Full> · `off`
            - *Asian Talk 177: Songs* · <2027-02-10T10:00:00Z Full> · `songs`
            - *Day* · Wednesday, 3 March 2027 (Tokyo); the hour will be told · `day`
            - *Asian Talk 178: Rivers* · Date to be announced: after the summer · `rivers`
            """,
            AnswerText.Of(reply.Content));
    }

    [Fact]
    public async Task Talks_shows_ten_and_counts_the_rest()
    {
        var talks = Enumerable.Range(1, 12).Select(day => new TalkBuilder($"talk-{day}").At(2027, 2, day, 19)).ToArray();
        using var stage = new CommandStage(new CatalogueBuilder().With(talks));

        var text = AnswerText.Of((await stage.AskAsync("talks")).Content);

        Assert.Contains("`talk-10`", text, StringComparison.Ordinal);
        Assert.DoesNotContain("`talk-11`", text, StringComparison.Ordinal);
        Assert.EndsWith("And 2 more.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Talks_lists_a_talk_from_its_first_sent_post_on()
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(new TalkBuilder("rivers").ToBeAnnounced()));

        var before = await stage.AskAsync("talks");
        stage.Announced.Add(new TalkId("rivers"));
        var after = await stage.AskAsync("talks");

        Assert.DoesNotContain("rivers", AnswerText.Of(before.Content), StringComparison.Ordinal);
        Assert.Contains("rivers", AnswerText.Of(after.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_question_is_not_echoed_in_full()
    {
        using var stage = new CommandStage(new CatalogueBuilder());

        var reply = await stage.AskAsync("talk", new string('x', 5000));

        Assert.InRange(AnswerText.Of(reply.Content).Length, 60, 100);
    }

    [Fact]
    public async Task Talk_tells_everything()
    {
        using var stage = new CommandStage(Sample());

        var reply = await stage.AskAsync("talk", "176");

        Assert.Equal(
            """
            # Asian Talk 176: Chinese Immigration and Its Discontents
            *an interview with Takehiro Masutomo*
            <2027-01-20T10:00:00Z Full> (<2027-01-20T10:00:00Z Relative>)
            Waseda Hall, 1-104 Totsukamachi ([map](https://maps.example/waseda))
            Online: the link will be shown here from <2027-01-20T09:00:00Z Full>
            Takehiro Masutomo (舛友 雄大) (Guest), Chang Che (Interviewer)
            Who leaves, and why.
            *Takehiro Masutomo (舛友 雄大) (Guest)*: Journalist
            Writes about those who moved.
            *Chang Che (Interviewer)*
            - Book: [Run Ri](https://books.example/run-ri)
            """,
            AnswerText.Of(reply.Content));
    }

    /// <summary>What the talk is, what the card says, and what it must not say.</summary>
    [Theory]
    [InlineData(TalkStatus.Cancelled, "*Cancelled*")]
    [InlineData(TalkStatus.Postponed, "Postponed: a new date will be told")]
    public async Task A_talk_that_does_not_take_place_says_so_and_leads_nobody_online(TalkStatus status, string told)
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(new TalkBuilder().Is(status).Online("https://meet.example/176")));

        var reply = await stage.AskAsync("talk", "176");

        Assert.Contains(told, AnswerText.Of(reply.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("meet.example", AnswerText.Of(reply.Content), StringComparison.Ordinal);
        Assert.Empty(reply.Links);
    }

    [Fact]
    public async Task Talk_offers_what_comes_closest_where_it_finds_nothing()
    {
        using var stage = new CommandStage(Sample());

        var reply = await stage.AskAsync("talk", "discontentment");

        Assert.Equal(
            """
            I know no talk by “discontentment”. Did you mean:
            - `/talk asian-talk-176` · Asian Talk 176: Chinese Immigration and Its Discontents
            """,
            AnswerText.Of(reply.Content));
        Assert.True(reply.Private);
    }

    [Fact]
    public async Task Talk_asks_back_where_several_match()
    {
        using var stage = new CommandStage(Sample());

        var reply = await stage.AskAsync("talk", "chang che");

        Assert.Equal(
            """
            Several match. Which one?
            - `/talk asian-talk-176` · Asian Talk 176: Chinese Immigration and Its Discontents
            - `/talk songs` · Asian Talk 177: Songs
            """,
            AnswerText.Of(reply.Content));
    }

    [Fact]
    public async Task Talk_without_a_name_asks_which()
    {
        using var stage = new CommandStage(Sample());

        var text = AnswerText.Of((await stage.AskAsync("talk")).Content);

        Assert.StartsWith("Which talk?", text, StringComparison.Ordinal);
        Assert.Contains("`/talk songs`", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaker_tells_who_somebody_is_with_the_talks_that_show()
    {
        using var stage = new CommandStage(Sample());

        var reply = await stage.AskAsync("speaker", "masumoto");

        Assert.Equal(
            """
            # Takehiro Masutomo (舛友 雄大)
            Journalist
            Writes about those who moved.
            - Site: [Asia Frontline](https://asia.example/)
            *Talks*
            - *Asian Talk 176: Chinese Immigration and Its Discontents* · <2027-01-20T10:00:00Z Full> · `asian-talk-176`
            """,
            AnswerText.Of(reply.Content));
    }

    [Fact]
    public async Task Speaker_does_not_know_who_appears_only_in_hidden_talks()
    {
        using var stage = new CommandStage(Sample());

        var text = AnswerText.Of((await stage.AskAsync("speaker", "secret-guest")).Content);

        Assert.StartsWith("I know no speaker by “secret-guest”. These I know:\n- `/speaker ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ecret", text[text.IndexOf("These", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Empty(stage.Router.Suggest("speaker", "name", "secret"));
    }

    [Fact]
    public async Task A_link_whose_label_names_its_kind_does_not_name_it_twice()
    {
        var url = new Uri("https://books.example/run-ri");
        using var stage = new CommandStage(new CatalogueBuilder()
            .With(new TalkBuilder().With(talk => talk with { Links = [new TypedLink("book", "The Book: Run Ri", url), new TypedLink("slides", "Handout", url)] })));

        var text = AnswerText.Of((await stage.AskAsync("links", TalkBuilder.SampleId)).Content);

        Assert.EndsWith("\n- [The Book: Run Ri](https://books.example/run-ri)\n- Slides: [Handout](https://books.example/run-ri)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_those_of_the_next_talk()
    {
        using var stage = new CommandStage(Sample());
        stage.Clock.Set(Instant.FromUtc(2027, 1, 20, 9, 30));

        var reply = await stage.AskAsync("links");

        Assert.Equal(
            """
            # Asian Talk 176: Chinese Immigration and Its Discontents
            - [Join online](https://meet.example/176)
            - [Waseda Hall, map](https://maps.example/waseda)
            - Book: [Run Ri](https://books.example/run-ri)
            """,
            AnswerText.Of(reply.Content));
    }

    [Fact]
    public async Task Links_of_a_named_talk_may_be_none()
    {
        using var stage = new CommandStage(Sample());

        var reply = await stage.AskAsync("links", "177");

        Assert.Equal("# Asian Talk 177: Songs\nThere are no links for this talk yet.", AnswerText.Of(reply.Content));
    }

    [Theory]
    [InlineData("next", null)]
    [InlineData("talks", null)]
    [InlineData("talk", null)]
    [InlineData("talk", "hidden-draft")]
    [InlineData("talk", "secret")]
    [InlineData("speaker", null)]
    [InlineData("speaker", "secret guest")]
    [InlineData("links", "hidden-draft")]
    [InlineData("help", null)]
    [InlineData("announce", "hidden-draft")]
    public async Task No_answer_to_a_member_lets_a_draft_or_an_early_link_slip(string command, string? argument)
    {
        using var stage = new CommandStage(Sample());

        var reply = await stage.AskAsync(command, argument);

        var text = AnswerText.Of(reply.Content);
        var said = text.Replace($"“{argument}”", "", StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("meet.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain(reply.Links, link => link.Url.Host == "meet.example");
    }

    private static CatalogueBuilder Sample() => new CatalogueBuilder()
        .Change(catalogue => catalogue with
        {
            Series = catalogue.Series.SetItem(
                new SeriesId("listed"),
                new Series { Id = new SeriesId("listed"), Name = "Asian Talk", Listed = Listing.WhenConfirmed }),
        })
        .With(
            new PersonBuilder().Named("Takehiro Masutomo", "舛友 雄大").Headline("Journalist").Bio("Writes about those who moved.")
                .Link("site", "Asia Frontline", "https://asia.example/"))
        .With(
            new TalkBuilder().Titled("Chinese Immigration and Its Discontents", "an interview with Takehiro Masutomo")
                .Summary("Who leaves, and why.")
                .Place("Waseda Hall", "1-104 Totsukamachi", "https://maps.example/waseda")
                .Online("https://meet.example/176", Instant.FromUtc(2027, 1, 20, 9, 0))
                .Link("book", "Run Ri", "https://books.example/run-ri")
                .By(PersonBuilder.GuestId).By(PersonBuilder.InterviewerId, "Interviewer"),
            new TalkBuilder("songs").Numbered("177").Titled("Songs").At(2027, 2, 10, 19).By(PersonBuilder.InterviewerId),
            new TalkBuilder("rivers").In("listed").Numbered("178").Titled("Rivers").ToBeAnnounced("after the summer"),
            new TalkBuilder("hidden-draft").Titled("Secret plans").Is(TalkStatus.Draft).By("secret-guest"));
}
