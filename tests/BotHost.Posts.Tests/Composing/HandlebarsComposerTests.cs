using System.Diagnostics.CodeAnalysis;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Tests.Support;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

public sealed class HandlebarsComposerTests
{
    [Theory]
    [InlineData("*x* [a](b) @everyone <@1> # h")]
    [InlineData("**x** __y__ ~~z~~ `c` \\*d\\*")]
    [InlineData("# not a heading #")]
    [InlineData("- not a list")]
    [InlineData("1. not a list")]
    [InlineData("> not a quote")]
    [InlineData("---")]
    [InlineData("===")]
    [InlineData("a | b")]
    [InlineData("[r]: https://evil.example")]
    [InlineData("https://evil.example/ <https://evil.example> www.evil.example")]
    [InlineData("&lt;b&gt; &#42; &amp;amp;")]
    [InlineData("<b>bold</b> <!-- gone -->")]
    [InlineData("{{title}} {{{summary}}} {{> facts}}")]
    [InlineData("```code```")]
    [InlineData("ends with a backslash \\")]
    [InlineData("two  spaces")]
    [InlineData("👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🎉🎉")]
    [InlineData("「題名」*です*")]
    [InlineData("👩‍👩‍👧‍👦")]
    [SuppressMessage("Usage", "xUnit1025", Justification = "Every row is another text.")]
    public void Plain_values_stay_those_very_characters(string value)
    {
        var person = Sample.Guest with { Name = value, NativeName = value + "!", Bio = RichText.Empty, Headline = null };
        var talk = Sample.Talk with
        {
            Title = value,
            Subtitle = value,
            Place = new Place(value, value),
            People = [new TalkPerson(person.Id, value)],
            Links = [new TypedLink("book", value, new Uri("https://example.org/(a)_*b*?c=[d]&e=%20"))],
        };
        var series = Sample.Series with { Name = value, Heading = value, Hashtags = [] };

        var post = Sample.Compose(talk, catalogue: Sample.Catalogue(series, person));

        Assert.Equal($"【{value}】\n{value} 176", Readable.Of(post.Body.Blocks[0].Only()));
        Assert.Equal(new Block.Heading(1, [new Inline.Text(value)]), post.Body.Blocks[1], SameBlock);
        Assert.Equal(new Block.Paragraph([new Inline.Text(value)]), post.Body.Blocks[2], SameBlock);
        Assert.Contains($"<b>Where:</b> {value}, {value}\n", Readable.Of(post.Body), StringComparison.Ordinal);
        Assert.Contains($"<a https://example.org/(a)_*b*?c=[d]&e=%20>{value}</a>", Readable.Of(post.Body), StringComparison.Ordinal);
        Assert.EndsWith($"\n\n{value} ({value}!) — {value}", Readable.Of(post.Body), StringComparison.Ordinal);
        Assert.StartsWith($"{value} 176: {value} · <Full", Readable.Of(post.Lead), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_cannot_forge_the_mark_of_a_text_or_a_line()
    {
        var post = Sample.Compose(Sample.Talk with { Title = "a\uFDD00\uFDD1b\r\n# c\u2028d\u202Ee" });

        Assert.Equal("a0b # c de", Readable.Of(((Block.Heading)post.Body.Blocks[1]).Content));
    }

    [Fact]
    public void Halves_of_characters_in_values_become_replacement_characters()
    {
        var post = Sample.Compose(Sample.Talk with { Title = "a\uD83Db", Subtitle = "\uDE00" });

        Assert.Contains("<h1> a\uFFFDb\n\n\uFFFD\n\n", Readable.Of(post.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_of_a_summary_keeps_its_form_and_stands_below_the_posts_headings()
    {
        var talk = Sample.Talk with { Summary = Sample.Markdown("# Why\n\n- *one*\n- [two](https://example.org/2)\n\n> three") };

        var text = Readable.Of(Sample.Compose(talk).Body);

        Assert.Contains("\n\n<h3> Why\n\n<-> <i>one</i>\n\n<-> <a https://example.org/2>two</a>\n\n<quote> three\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_is_not_read_twice()
    {
        var talk = Sample.Talk with { Summary = RichText.Plain("*x* [a](https://b.example) {{title}}") };

        Assert.Contains(Sample.Compose(talk).Body.Blocks, block => Readable.Of(RichText.Of(block)) == "*x* [a](https://b.example) {{title}}");
    }

    [Theory]
    [InlineData(7 * 24 * 60, "In 7 days: ", "Asian Talk 176 starts in 7 days.")]
    [InlineData((7 * 24 * 60) + 600, "In 7 days: ", "Asian Talk 176 starts in 7 days.")]
    [InlineData(24 * 60, "In 24 hours: ", "Asian Talk 176 starts in 24 hours.")]
    [InlineData(22 * 60, "In 22 hours: ", "Asian Talk 176 starts in 22 hours.")]
    [InlineData(60, "In 1 hour: ", "Asian Talk 176 starts in 1 hour.")]
    [InlineData(45, "In 45 minutes: ", "Asian Talk 176 starts in 45 minutes.")]
    public void A_reminder_states_the_time_that_is_really_left(int minutes, string lead, string sentence)
    {
        var post = Sample.Compose(Sample.Talk, StepKind.Reminder, now: Sample.Start - Duration.FromMinutes(minutes));

        Assert.StartsWith(lead + "Asian Talk 176: ", Readable.Of(post.Lead), StringComparison.Ordinal);
        Assert.Equal(sentence, Readable.Of(post.Body.Blocks[0].Only()));
    }

    [Fact]
    public void The_online_link_shows_from_its_reveal_time_on()
    {
        var reveal = Sample.Talk.Online!.Reveal!.Value;

        var before = Sample.Compose(Sample.Talk, StepKind.Reminder, now: reveal - Duration.FromNanoseconds(1));
        var from = Sample.Compose(Sample.Talk, StepKind.Reminder, now: reveal);

        Assert.DoesNotContain("meet.example.org", Everything(before), StringComparison.Ordinal);
        Assert.Contains("the link will follow", Everything(before), StringComparison.Ordinal);
        Assert.Contains("<a https://meet.example.org/176>", Everything(from), StringComparison.Ordinal);
        Assert.Equal(new LinkButton("Join", new Uri("https://meet.example.org/176")), from.Buttons[0]);
    }

    [Fact]
    public void Without_a_reveal_time_the_online_link_is_no_secret()
    {
        var talk = Sample.Talk with { Online = new OnlineLink(new Uri("https://meet.example.org/176")) };

        Assert.Contains("<a https://meet.example.org/176>", Everything(Sample.Compose(talk)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TalkStatus.Cancelled, "Cancelled: Asian Talk 176", "<b>Cancelled.</b> This talk will not take place.")]
    [InlineData(TalkStatus.Postponed, "Postponed: Asian Talk 176", "<b>Postponed.</b> The new date will be announced.")]
    public void A_talk_that_is_off_says_so_in_every_kind_of_post(TalkStatus status, string lead, string line)
    {
        foreach (var kind in Enum.GetValues<StepKind>().Except([StepKind.Digest]))
        {
            var post = Sample.Compose(Sample.Talk with { Status = status }, kind, now: Sample.Start);

            Assert.StartsWith(lead, Readable.Of(post.Lead), StringComparison.Ordinal);
            Assert.Contains(post.Body.Blocks, block => Readable.Of(RichText.Of(block)) == line);
            Assert.Contains("<b>Was planned for:</b> <Full", Everything(post), StringComparison.Ordinal);
            Assert.DoesNotContain("meet.example.org", Everything(post), StringComparison.Ordinal);
            Assert.DoesNotContain("signup.example.org", Everything(post), StringComparison.Ordinal);
            Assert.DoesNotContain("Relative", Everything(post), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_start_that_is_not_known_is_worded()
    {
        var soon = Sample.Compose(Sample.Talk with { Start = new TalkStart.ToBeAnnounced("after the summer") });
        var day = Sample.Compose(Sample.Talk with { Start = new TalkStart.OnDate(new LocalDate(2027, 1, 20), Sample.Tokyo) }, StepKind.Reminder);

        Assert.EndsWith(" · Date to be announced (after the summer)", Readable.Of(soon.Lead), StringComparison.Ordinal);
        Assert.Contains("<b>When:</b> Date to be announced (after the summer)\n", Readable.Of(soon.Body), StringComparison.Ordinal);
        Assert.Equal(
            "Asian Talk 176: Chinese Immigration and Its Discontents · Wednesday, 20 January 2027, time to be announced",
            Readable.Of(day.Lead));
        Assert.Contains("<b>When:</b> Wednesday, 20 January 2027, time to be announced\n", Readable.Of(day.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_step_that_mentions_pings_and_a_silent_channel_is_silent()
    {
        Assert.Null(Sample.Compose(Sample.Talk).Mention);
        Assert.Equal("everyone", Sample.Compose(Sample.Talk, mentions: true).Mention);
        Assert.False(Sample.Compose(Sample.Talk).Silent);
        Assert.True(Sample.Compose(Sample.Talk, channel: Sample.Channel with { Silent = true }).Silent);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en-GB")]
    [InlineData("EN")]
    public void Channels_in_languages_without_templates_read_English(string language)
    {
        var post = Sample.Compose(Sample.Talk, StepKind.Reminder, channel: Sample.Channel with { Languages = [language] });

        Assert.StartsWith("In 21 days: ", Readable.Of(post.Lead), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_arguments_give_the_same_post()
    {
        Assert.Equal(Everything(Sample.Compose(Sample.Talk)), Everything(Sample.Compose(Sample.Talk)));
    }

    [Fact]
    public async Task Posts_are_composed_side_by_side()
    {
        var expected = Everything(Sample.Compose(Sample.Talk));

        var texts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Everything(Sample.Compose(Sample.Talk)), TestContext.Current.CancellationToken)));

        Assert.All(texts, text => Assert.Equal(expected, text));
    }

    internal static string Everything(Post post) =>
        $"{Readable.Of(post.Lead)}\n{Readable.Of(post.Body)}\n{string.Join('\n', post.Buttons)}";

    private static bool SameBlock(Block expected, Block actual) =>
        expected.GetType() == actual.GetType() && expected.Only().SequenceEqual(actual.Only());
}
