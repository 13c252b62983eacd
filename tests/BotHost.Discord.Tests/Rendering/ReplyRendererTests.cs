using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Discord.Rendering;
using BotHost.Discord.Tests.Rig;

namespace BotHost.Discord.Tests.Rendering;

public sealed class ReplyRendererTests
{
    [Fact]
    public void A_short_answer_is_content_and_clears_what_stood_there()
    {
        var message = ReplyRenderer.Render(Reply.Say("Hello <@1>"));

        Assert.Equal("Hello \\<@1>", message.Content);
        Assert.Empty(message.Embeds!);
        Assert.Empty(message.Components!);
        Assert.Equal(AllowedMentions.Nobody, message.AllowedMentions);
    }

    [Fact]
    public void A_long_answer_moves_into_a_frame()
    {
        var message = ReplyRenderer.Render(Reply.Say(new string('x', 2001)));

        Assert.Equal("", message.Content);
        Assert.Equal(new string('x', 2001), Assert.Single(message.Embeds!).Description);
    }

    [Fact]
    public void A_very_long_answer_is_cut_between_paragraphs()
    {
        var text = RichText.Plain(new string('a', 3000)).Then(RichText.Plain(new string('b', 1000))).Then(RichText.Plain(new string('c', 1000)));

        var message = ReplyRenderer.Render(new Reply { Content = text });

        Assert.Equal(new string('a', 3000) + "\n\n" + new string('b', 1000) + "\n\n…", Assert.Single(message.Embeds!).Description);
    }

    [Fact]
    public void A_very_long_paragraph_is_cut_between_words_and_stays_escaped()
    {
        var words = string.Concat(Enumerable.Repeat("some*word ", 1000));

        var description = Assert.Single(ReplyRenderer.Render(Reply.Say(words)).Embeds!).Description!;

        Assert.InRange(Measure.CodePoints(description), 4000, 4096);
        Assert.EndsWith("some\\*word…", description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_is_shown_as_its_channel_would_get_it_without_pinging()
    {
        var reply = Reply.Whisper("Post this?") with
        {
            Preview = Samples.Post(RichText.Of(new Block.Heading(1, [Samples.Words("Title")]), Samples.Line(Samples.Words("Text"))), mention: "everyone") with
            {
                Buttons = [new LinkButton("Join", new Uri("https://example.org/"))],
            },
            Actions = [new ActionButton("post-now", 42, "Post now", ActionStyle.Primary), new ActionButton("cancel", 42, "Cancel", ActionStyle.Danger), new ActionButton("edit", 42, "Edit")],
        };

        var message = ReplyRenderer.Render(reply);

        Assert.Equal("Post this?\n\n@everyone Talk 176", message.Content);
        Assert.Equal(new Embed("Title", null, "Text"), Assert.Single(message.Embeds!));
        Assert.Equal(AllowedMentions.Nobody, message.AllowedMentions);
        Assert.Equal(
            [new Button(1, "Post now", CustomId: "v1:post-now:42"), new Button(4, "Cancel", CustomId: "v1:cancel:42"), new Button(2, "Edit", CustomId: "v1:edit:42"), new Button(5, "Join", "https://example.org/")],
            Assert.Single(message.Components!).Components);
    }

    [Fact]
    public void A_long_answer_with_a_long_preview_stays_inside_what_all_frames_may_hold()
    {
        var reply = Reply.Say(new string('a', 5000)) with { Preview = Samples.Post(RichText.Plain(new string('b', 5000))) };

        var message = ReplyRenderer.Render(reply);

        Assert.Equal(2, message.Embeds!.Length);
        Assert.InRange(message.Embeds.Sum(embed => Measure.CodePoints(embed.Description!)), 1, 6000);
    }

    [Fact]
    public void An_empty_answer_is_still_a_message()
    {
        Assert.Equal("…", ReplyRenderer.Render(new Reply { Content = RichText.Empty }).Content);
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("🎉🎉🎉", 2, "🎉…")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧", 8, "👩‍👩‍👧…")]
    [InlineData("", 3, "")]
    public void Shortening_keeps_words_and_graphemes_whole(string text, int most, string expected)
    {
        Assert.Equal(expected, Measure.Shorten(text, most));
    }
}
