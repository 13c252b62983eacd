using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.Telegram.Rendering;
using static BotHost.Telegram.Tests.Rendering.Texts;

namespace BotHost.Telegram.Tests.Rendering;

public class ReplyRendererTests
{
    [Fact]
    public void A_preview_calls_nobody_whom_the_post_would_call()
    {
        var post = Post(P(T("by @ines"))) with { Mention = "user:@harbour", Handles = ["ines"] };

        var rendered = ReplyRenderer.Render(Reply.Say("So it looks:") with { Preview = post }, "en");

        Assert.Equal("So it looks:\n\n———\n\n@\u2060harbour\nby @\u2060ines", rendered.Text.Text);
    }

    [Fact]
    public void An_answer_with_many_links_keeps_its_decisions()
    {
        var links = Enumerable.Range(0, 300).Select(number => new LinkButton($"{number}", new Uri($"https://example.org/{number}")));

        var rendered = ReplyRenderer.Render(new Reply { Content = RichText.Plain("x"), Links = [.. links], Actions = [new ActionButton("hold", 1, "Hold")] }, null);

        Assert.Equal(100, rendered.Keyboard!.InlineKeyboardRows.Length);
        Assert.Equal("Hold", rendered.Keyboard.InlineKeyboardRows[^1][0].Text);
    }
}
