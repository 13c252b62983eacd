using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Lint;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Lint;

public sealed class FitRuleTests
{
    private static readonly string Long = new('x', 3_100);

    [Theory]
    [InlineData(Rung.Full, "")]
    [InlineData(Rung.ShortBios, "people:1:1 note too-long")]
    [InlineData(Rung.NamesOnly, "people:1:1 note too-long")]
    [InlineData(Rung.ShortSummary, "summary:1:1 warning too-long")]
    [InlineData(Rung.FactsOnly, "summary:1:1 warning too-long")]
    [InlineData(null, "summary:1:1 error does-not-fit")]
    public void What_the_smallest_channel_leaves_out_is_told(Rung? roomFor, string expected)
    {
        var catalogue = Catalogue(headline: null);

        Assert.Equal(expected, Told.By(Rule(discord: Rung.Full, telegram: roomFor), catalogue));
        Assert.Equal(expected, Told.By(Rule(discord: roomFor, telegram: Rung.Full), catalogue));
    }

    [Theory]
    [InlineData(Rung.Full, "")]
    [InlineData(Rung.ShortBios, "people:1:1 note too-long")]
    [InlineData(Rung.NamesOnly, "people:1:1 note too-long")]
    [InlineData(Rung.ShortSummary, "summary:1:1 warning too-long")]
    [InlineData(Rung.FactsOnly, "summary:1:1 warning too-long")]
    public void In_several_languages_the_further_ones_give_way_first(Rung others, string expected)
    {
        var catalogue = Catalogue(headline: null);
        var both = catalogue with { Channels = [CatalogueBuilder.DiscordChannel with { Languages = ["en", "ja"] }] };

        Assert.Equal(expected, Told.By(Rule(Rung.Full, Rung.Full, roomForOthers: others), both));
    }

    [Theory]
    [InlineData(Rung.NamesOnly, Rung.FactsOnly, "summary:1:1 warning too-long")]
    [InlineData(Rung.FactsOnly, Rung.NamesOnly, "summary:1:1 warning too-long")]
    [InlineData(Rung.FactsOnly, null, "summary:1:1 error does-not-fit")]
    public void Of_several_channels_the_worst_is_told_and_no_other(Rung? discord, Rung? telegram, string expected) =>
        Assert.Equal(expected, Told.By(Rule(discord, telegram), Catalogue(headline: null)));

    [Fact]
    public void A_headline_in_place_of_a_biography_is_what_its_author_meant() =>
        Assert.Empty(Told.By(Rule(Rung.ShortBios, Rung.ShortBios), Catalogue(headline: "A writer")));

    [Fact]
    public void A_talk_that_does_not_fit_names_channel_and_limit()
    {
        var finding = Assert.Single(Rule(Rung.Full, null).Check(Catalogue(headline: null)));

        Assert.Equal("the announcement does not fit into 'news', whatever is left out: text is 9, 5 are allowed", finding.Text);
    }

    [Fact]
    public void What_no_single_message_holds_is_told_to_go_out_as_several()
    {
        var rule = new FitRule(new FitLadder(new CountingComposer()), new PlatformDirectory([new Narrow(CatalogueBuilder.Discord, null, Rung.Full, parts: 3), new Narrow(CatalogueBuilder.Telegram, Rung.Full, Rung.Full)]));

        var finding = Assert.Single(rule.Check(Catalogue(headline: null)));

        Assert.Equal("summary:1:1 Warning too-long", $"{finding.Where} {finding.Severity} {finding.Rule}");
        Assert.Equal("the announcement is too long for one message in 'announcements', whatever is left out, and goes out as 3 messages", finding.Text);
    }

    [Fact]
    public void A_picture_and_its_text_in_two_messages_are_no_finding()
    {
        var rule = new FitRule(new FitLadder(new CountingComposer()), new PlatformDirectory([new Narrow(CatalogueBuilder.Discord, Rung.Full, Rung.Full, whole: 2)]));

        Assert.Empty(Told.By(rule, Catalogue(headline: null)));
    }

    [Fact]
    public void A_summary_that_is_cut_is_told_to_show_its_beginning()
    {
        var finding = Assert.Single(Rule(Rung.ShortSummary, Rung.Full).Check(Catalogue(headline: null)));

        Assert.Contains("no biographies, and only the beginning of the summary", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Rung.Full, Rung.NamesOnly, "names without biographies in its further languages")]
    [InlineData(Rung.Full, Rung.ShortSummary, "only the title and the summary's first paragraph in its further languages")]
    [InlineData(Rung.Full, Rung.FactsOnly, "only the title in its further languages")]
    [InlineData(Rung.NamesOnly, Rung.FactsOnly, "names without biographies, and only the title in its further languages")]
    [InlineData(Rung.ShortSummary, Rung.FactsOnly, "no biographies, and only the beginning of the summary, and only the title in its further languages")]
    [InlineData(Rung.FactsOnly, Rung.FactsOnly, "neither summary nor names, only title, time, place and links, and only the title in its further languages")]
    [InlineData(Rung.FactsOnly, Rung.Gone, "neither summary nor names, only title, time, place and links, and nothing in its further languages")]
    public void What_becomes_of_the_further_languages_is_told_rung_by_rung(Rung leading, Rung others, string shown)
    {
        var finding = Assert.Single(Rule(leading, leading, roomForOthers: others).Check(Translated()));

        Assert.Equal($"the announcement is too long for 'announcements', which will show {shown}", finding.Text);
    }

    [Fact]
    public void Several_messages_hold_the_first_language_alone_and_that_is_told()
    {
        var rule = new FitRule(new FitLadder(new CountingComposer()), new PlatformDirectory([new Narrow(CatalogueBuilder.Discord, null, Rung.Full, parts: 2)]));

        Assert.EndsWith("and goes out as 2 messages, in its first language alone", Assert.Single(rule.Check(Translated())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_further_language_without_texts_loses_nothing()
    {
        var catalogue = Catalogue(headline: null) with { Channels = [CatalogueBuilder.DiscordChannel with { Languages = ["en", "ja"] }] };

        var finding = Assert.Single(Rule(Rung.NamesOnly, Rung.Full, roomForOthers: Rung.FactsOnly).Check(catalogue));

        Assert.EndsWith("which will show names without biographies", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 20, "title:1:1 error does-not-fit", "shorten templates/sponsor.md")]
    [InlineData("en", 3_050, "summary:1:1 error does-not-fit", "shorten title, labels and links")]
    [InlineData("ja", 20, "title:1:1 error does-not-fit", "shorten templates/announcement.md")]
    public void A_template_that_makes_short_talks_too_long_is_named_in_their_place(string language, int summary, string expected, string remedy)
    {
        var words = new string('x', summary);
        var talk = new TalkBuilder().Summary(words).With(talk => talk with { Written = new Page(("title", "-"), ("summary", words)) });
        var catalogue = new CatalogueBuilder().With(talk).Build() with
        {
            Channels = [CatalogueBuilder.DiscordChannel with { Languages = ["en"] }],
            Templates = [Template("en", "announcement", 2_500), Template(language, "sponsor", 19_000)],
        };

        var finding = Assert.Single(Rule(discord: null, telegram: null).Check(catalogue));

        Assert.Equal(expected, Told.By(Rule(discord: null, telegram: null), catalogue));
        Assert.Equal(remedy, finding.Remedy);
        Assert.Equal(remedy.Contains("sponsor", StringComparison.Ordinal), finding.Text.Contains("the template 'sponsor' is 19000 characters long", StringComparison.Ordinal));
    }

    [Fact]
    public void Channels_of_one_platform_that_lay_posts_out_differently_are_judged_each()
    {
        var channel = CatalogueBuilder.DiscordChannel;
        Channel[] channels =
        [
            channel,
            channel with { Silent = true },
            channel with { Layout = "plain" },
            channel with { LinkPreview = true },
            channel with { Zones = [new ExtraZone(DateTimeZone.Utc, null)] },
        ];
        var composer = new CountingComposer();

        Told.By(Rule(Rung.Full, Rung.Full, composer: composer), Catalogue(headline: null) with { Channels = [.. channels] });

        Assert.Equal(4, composer.Posts);
    }

    [Theory]
    [InlineData(null, 700, 0)]
    [InlineData("plain", 700, 1)]
    [InlineData("plain", 300, 0)]
    public void A_channel_with_a_layout_of_its_own_has_room_for_less_before_anything_is_composed(string? layout, int length, int composed)
    {
        var composer = new CountingComposer();
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().Summary(new string('x', length))).Build() with { Channels = [CatalogueBuilder.DiscordChannel with { Layout = layout }] };

        Told.By(Rule(Rung.Full, Rung.Full, composer: composer), catalogue);

        Assert.Equal(composed, composer.Posts);
    }

    [Theory]
    [InlineData("book", 0)]
    [InlineData("本", 1)]
    public void An_address_takes_the_room_of_its_coded_letters(string word, int composed)
    {
        // Each letter of the second goes out as nine signs, which fill 1,800 of the 2,000 that a message without a frame holds.
        var page = new Uri("https://example.org/" + string.Concat(Enumerable.Repeat(word, 200 / word.Length)));
        var composer = new CountingComposer();
        var talk = new TalkBuilder().With(talk => talk with { Links = [new TypedLink("page", "The book", page)] });
        var catalogue = new CatalogueBuilder().With(talk).Build() with { Channels = [CatalogueBuilder.DiscordChannel with { Layout = "plain" }] };

        Told.By(Rule(Rung.Full, Rung.Full, composer: composer), catalogue);

        Assert.Equal(composed, composer.Posts);
    }

    [Fact]
    public void Another_template_of_the_organisers_own_is_a_reason_to_judge_again()
    {
        var composer = new CountingComposer();
        var rule = Rule(Rung.Full, Rung.Full, composer: composer);
        var catalogue = Catalogue(headline: null);
        Told.By(rule, catalogue);

        Told.By(rule, catalogue with { Templates = [new TemplateFile("en", "announcement", new SourceText("x", _ => SourceSpan.None))] });

        Assert.Equal(4, composer.Posts);
    }

    [Fact]
    public void A_short_talk_and_a_cancelled_one_are_not_even_composed()
    {
        var composer = new CountingComposer();
        var talks = new[] { new TalkBuilder("short"), new TalkBuilder("off").Summary(Long).Is(TalkStatus.Cancelled) };

        Assert.Empty(Told.By(Rule(null, null, composer: composer), new CatalogueBuilder().With(talks).Build()));
        Assert.Equal(0, composer.Posts);
    }

    [Fact]
    public void A_talk_is_judged_again_only_when_it_or_what_it_rests_on_is_another()
    {
        var composer = new CountingComposer();
        var rule = Rule(Rung.Full, Rung.Full, composer: composer);
        var catalogue = Catalogue(headline: null);
        Told.By(rule, catalogue);

        Told.By(rule, catalogue);
        Assert.Equal(2, composer.Posts);

        Told.By(rule, catalogue with { Channels = [.. catalogue.Channels.Select(channel => channel with { Silent = true })] });
        Assert.Equal(4, composer.Posts);
    }

    [Theory]
    [InlineData(200, 300, "")]
    [InlineData(201, 300, "title:1:1 warning too-long | translations/ja/title:1:1 warning too-long")]
    [InlineData(200, 301, "subtitle:1:1 warning too-long | translations/ja/subtitle:1:1 warning too-long")]
    public void A_title_that_fits_everywhere_and_that_nobody_reads_is_told(int title, int subtitle, string expected)
    {
        // Each of them is one character to its reader, and two to the machine.
        var (first, second) = (string.Concat(Enumerable.Repeat("𠮷", title)), string.Concat(Enumerable.Repeat("𠮷", subtitle)));
        var texts = new TalkTranslation { Title = first, Subtitle = second };
        var talk = new TalkBuilder().Titled(first, second).With(talk => talk with
        {
            Translations = new(ImmutableDictionary<string, TalkTranslation>.Empty.Add("ja", texts)),
            Written = new Page(("title", first), ("subtitle", second), ("translations/ja/title", first), ("translations/ja/subtitle", second)),
        });

        Assert.Equal(expected, Told.By(Rule(Rung.Full, Rung.Full), new CatalogueBuilder().With(talk).Build()));
    }

    [Fact]
    public void A_title_that_keeps_a_talk_from_fitting_is_told_once()
    {
        var talk = new TalkBuilder().Titled(Long).With(talk => talk with { Written = new Page(("title", Long)) });

        Assert.Equal("title:1:1 error does-not-fit", Told.By(Rule(Rung.Full, null), new CatalogueBuilder().With(talk).Build()));
    }

    private static TalkCatalogue Catalogue(string? headline)
    {
        var talk = new TalkBuilder().Summary(Long).By("jo").With(talk => talk with { Written = new Page(("summary", Long), ("people", "-")) });
        var catalogue = new CatalogueBuilder().With(talk).Build();
        var jo = catalogue.People[new PersonId("jo")] with { Bio = RichText.Plain("One.").Then(RichText.Plain("Two.")), Headline = headline };
        return catalogue with { People = catalogue.People.SetItem(jo.Id, jo) };
    }

    private static TalkCatalogue Translated()
    {
        var catalogue = Catalogue(headline: null) with { Channels = [CatalogueBuilder.DiscordChannel with { Languages = ["en", "ja"] }] };
        var (id, talk) = Assert.Single(catalogue.Talks);
        var texts = new TalkTranslation { Title = "題", Summary = RichText.Plain("文") };
        return catalogue with { Talks = catalogue.Talks.SetItem(id, talk with { Translations = new(ImmutableDictionary<string, TalkTranslation>.Empty.Add("ja", texts)) }) };
    }

    private static TemplateFile Template(string language, string name, int length) =>
        new(language, name, new SourceText(new string('y', length), at => new SourceSpan($"templates/{name}.md", 1, at + 1)));

    private static FitRule Rule(Rung? discord, Rung? telegram, Rung roomForOthers = Rung.Full, CountingComposer? composer = null) => new(
        new FitLadder(composer ?? new CountingComposer()),
        new PlatformDirectory([new Narrow(CatalogueBuilder.Discord, discord, roomForOthers), new Narrow(CatalogueBuilder.Telegram, telegram, roomForOthers)]));

    /// <summary>Writes the rung into the post, for the platform to read.</summary>
    private sealed class CountingComposer : IPostComposer
    {
        public int Posts { get; private set; }

        public Post Compose(TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now, PostDetail detail)
        {
            Posts++;
            Assert.Equal(StepKind.Announcement, step.Kind);
            return new Post { Lead = [new Inline.Text($"{(int)detail.Leading}{(int)detail.Others}")], Body = RichText.Empty, MaySplit = detail.MaySplit };
        }

        public Post ComposeDigest(TalkCatalogue catalogue, Series series, IReadOnlyList<PublicTalk> talks, int more, Channel channel, bool mentions) => throw new NotSupportedException();
    }

    /// <summary>Has room for posts from one rung on; null: for none, but for such as may go out in parts.</summary>
    private sealed class Narrow(PlatformId id, Rung? roomFor, Rung roomForOthers, int whole = 1, int? parts = null) : IChatPlatform
    {
        public event Action? StateChanged
        {
            add { }
            remove { }
        }

        public event Action? RightsChanged
        {
            add { }
            remove { }
        }

        public PlatformId Id => id;

        public PlatformAbilities Abilities => new(null, PrivateReplies: false);

        public PlatformState State => new PlatformState.Usable();

        public RenderResult Render(Post post, Channel channel) => ((Inline.Text)post.Lead[0]).Value is [var leading, var others]
            && roomFor is { } enough && leading - '0' >= (int)enough && others - '0' >= (int)roomForOthers
            ? new RenderResult.Fits([.. Enumerable.Repeat("{}", whole)])
            : post.MaySplit && parts is { } several ? new RenderResult.Fits([.. Enumerable.Repeat("{}", several)])
            : new RenderResult.TooLong("text", 9, 5);

        public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Instant?> AskTimeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
