using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Reading;

/// <summary>Prepared texts in the places that a template gives them.</summary>
public sealed class SlotsTests
{
    private readonly Slots _slots = new();

    [Fact]
    public void A_text_that_is_the_whole_paragraph_keeps_its_blocks()
    {
        var mark = _slots.Hold(Sample.Markdown("One.\n\n- two\n\n> three"));

        Assert.Equal("<b>a</b>\n\nOne.\n\n<-> two\n\n<quote> three\n\nb", Parse($"**a**\n\n{mark}\n\nb"));
    }

    [Fact]
    public void A_text_inside_a_line_keeps_all_its_words()
    {
        var mark = _slots.Hold(Sample.Markdown("# One\n\n*two*\\\nthree\n\n- four\n- five\n\n> six\n\n    seven"));

        Assert.Equal("About: One\n<i>two</i>\nthree\nfour\nfive\nsix\n<code>seven</code> (end)", Parse($"About: {mark} (end)"));
    }

    [Fact]
    public void Each_line_of_it_that_runs_from_right_to_left_is_kept_apart_on_its_own()
    {
        var mark = _slots.Hold(Sample.Markdown("אבג\\\nabc\n\n*דהו* x"));

        Assert.Equal("About: \u2068אבג\u2069\nabc\n\u2068<i>דהו</i> x\u2069 (end)", Parse($"About: {mark} (end)"));
    }

    [Fact]
    public void Several_marks_in_one_line_are_filled_in_their_order_and_one_that_holds_nothing_goes()
    {
        var (one, two) = (_slots.Hold(RichText.Plain("*one*")), _slots.Hold(RichText.Plain("two")));

        Assert.Equal("*one*, two; *one*.", Parse($"{one}, {two}\uFDD099\uFDD1; {one}."));
        Assert.Equal("<a https://example.org/>two</a> <b>*one*</b>", Parse($"[{two}](https://example.org/) **{one}**"));
    }

    [Theory]
    [InlineData("a\uFDD0b\uFDD1c", "abc")]
    [InlineData("a\uFDD0\uFDD1c", "ac")]
    [InlineData("a\uFDD0-1\uFDD1c", "a-1c")]
    [InlineData("a\uFDD09999999999\uFDD1c", "a9999999999c")]
    [InlineData("a\uFDD00", "a0")]
    public void What_only_looks_like_a_mark_is_taken_out(string markdown, string expected)
    {
        Assert.Equal(expected, Parse(markdown));
    }

    [Fact]
    public void A_mark_within_half_a_mark_is_still_filled()
    {
        Assert.Equal("ax", Parse($"a\uFDD0{_slots.Hold(RichText.Plain("x"))}"));
    }

    private string Parse(string markdown) => Readable.Of(MarkdigReader.Parse(markdown, _slots));
}
