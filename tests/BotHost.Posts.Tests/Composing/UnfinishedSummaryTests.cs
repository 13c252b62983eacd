using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Talks;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Composing;

/// <summary>A summary of which only the beginning is told.</summary>
public sealed class UnfinishedSummaryTests
{
    private static readonly TypedLink Page = new("event", "All about it", new Uri("https://example.org/176"));

    [Fact]
    public void It_ends_openly_and_leads_to_the_page_of_the_talk()
    {
        var talk = Sample.Talk with { Links = Sample.Talk.Links.Add(Page) };

        Assert.Contains("\n\n<b>A</b> one. …\n\n<a https://example.org/176>Read more</a>\n\n<a https://str.toyokeizai.net", Short(talk, "**A** one.\n\nB two."), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page", "https://example.org/176")]
    [InlineData("Website", "https://example.org/176")]
    [InlineData("details", "https://example.org/176")]
    [InlineData("slides", "https://signup.example.org/176")]
    public void Without_a_page_of_its_own_it_leads_to_the_registration(string kind, string expected)
    {
        var talk = Sample.Talk with { Links = Sample.Talk.Links.Add(Page with { Kind = kind }) };

        Assert.Contains($"<a {expected}>Read more</a>", Short(talk, "A.\n\nB."), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_such_page_the_ellipsis_alone_says_so()
    {
        var text = Short(Sample.Talk with { Links = [] }, "A.\n\nB.");

        Assert.Contains("\n\nA. …\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read more", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_registration_of_a_talk_that_is_off_is_no_place_to_read_on()
    {
        Assert.DoesNotContain("Read more", Short(Sample.Talk with { Status = TalkStatus.Cancelled }, "A.\n\nB."), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "<a https://signup.example.org/176>続きを読む</a>")]
    [InlineData("zh-Hans", "<a https://signup.example.org/176>阅读更多</a>")]
    [InlineData("zh-Hant", "<a https://signup.example.org/176>閱讀更多</a>")]
    public void The_link_speaks_the_language_of_the_channel(string language, string expected)
    {
        var text = Readable.Of(Sample.Compose(Sample.Talk, rung: Rung.ShortSummary, channel: Translated.In(language)).Body);

        Assert.Contains($"\n\n{expected}\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一つ。\n\n二つ。", "一つ。…")]
    [InlineData("And so on…\n\nMore.", "And so on…")]
    [InlineData("See [here](https://example.org/x)\n\nMore.", "See <a https://example.org/x>here</a> …")]
    [InlineData("- one\n- two\n\nMore.", "<-> one\n\n<-> two\n\n…")]
    [InlineData("# Why\n\nBecause.\n\nMore.", "<h3> Why\n\nBecause. …")]
    [InlineData("Stop\\\n\nMore.", "Stop\\ …")]
    public void The_ellipsis_stands_where_a_reader_looks_for_it(string summary, string expected)
    {
        Assert.Contains($"\n\n{expected}\n\n", Short(Sample.Talk, summary), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Only one.")]
    [InlineData("")]
    public void A_summary_that_is_told_whole_is_not_called_unfinished(string summary)
    {
        var text = Short(Sample.Talk, summary);

        Assert.DoesNotContain('…', text);
        Assert.DoesNotContain("Read more", text, StringComparison.Ordinal);
    }

    [Fact]
    public void More_passages_tell_more_until_all_is_told()
    {
        var talk = Sample.Talk with { Summary = Sample.Markdown("One.\n\nTwo.\n\nThree.") };

        var texts = Enumerable.Range(1, 3)
            .Select(passages => Readable.Of(Sample.Compose(talk, detail: new PostDetail(Rung.ShortSummary, Rung.Gone) { Passages = passages }).Body))
            .ToList();

        Assert.Contains("\n\nOne. …\n\n<a", texts[0], StringComparison.Ordinal);
        Assert.Contains("\n\nOne.\n\nTwo. …\n\n<a", texts[1], StringComparison.Ordinal);
        Assert.Contains("\n\nOne.\n\nTwo.\n\nThree.\n\n<a https://str", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_does_not_lead_ends_openly_as_well()
    {
        var text = Readable.Of(Sample.Compose(
            Translated.Talk,
            catalogue: Translated.Catalogue,
            channel: Translated.In("en", "ja"),
            detail: new PostDetail(Rung.Full, Rung.ShortSummary)).Body);

        Assert.Contains("いまは国を出ることを意味する。…\n\n#AsianTalk", text, StringComparison.Ordinal);
        Assert.DoesNotContain("続きを読む", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_kinds_of_posts_have_no_summary_to_read_on()
    {
        foreach (var kind in new[] { StepKind.Reminder, StepKind.Starting, StepKind.Thanks, StepKind.FollowUp })
        {
            Assert.DoesNotContain("Read more", Readable.Of(Sample.Compose(Sample.Talk, kind, Rung.ShortSummary).Body), StringComparison.Ordinal);
        }
    }

    private static string Short(Talk talk, string summary) =>
        Readable.Of(Sample.Compose(talk with { Summary = Sample.Markdown(summary) }, rung: Rung.ShortSummary).Body);
}
