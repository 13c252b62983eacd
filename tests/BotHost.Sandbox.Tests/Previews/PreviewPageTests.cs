using System.Text.RegularExpressions;
using BotHost.Sandbox.Previews;
using BotHost.TestKit.Pictures;

namespace BotHost.Sandbox.Tests.Previews;

public sealed partial class PreviewPageTests
{
    private static PreviewDocument Document => new()
    {
        Title = "A <b>talk</b> & more</script>",
        Speaker = "Talks",
        Zone = "Asia/Tokyo",
        PlainText = "</pre><script>alert(1)</script>",
        Posts =
        [
            new PreviewPost
            {
                Platform = "discord",
                Title = "announce in news",
                At = new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero),
                Payloads = ["""{"content":"</script><script>alert(1)</script>","embeds":[{"title":"t","image":{"url":"attachment://p.png"}}],"attachments":[{"id":0,"filename":"p.png"}]}"""],
            },
        ],
        Pictures = [new PreviewPicture("p.png", "A bridge", PngPicture.Of(12, 6))],
    };

    [Fact]
    public void The_page_holds_all_that_it_needs_and_nothing_that_could_leave_it()
    {
        var page = PreviewPage.Write(Document);

        Assert.Contains(PreviewPage.Mark, page[..1024], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'; img-src data:;", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Outside(), page);
        Assert.Equal(2, Scripts().Count(page));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Joining(), page);
        Assert.Contains($"data:image/png;base64,{Convert.ToBase64String(PngPicture.Of(12, 6))}", page.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("draft-note\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_says_so()
    {
        var page = PreviewPage.Write(Document with { IsDraft = true });

        Assert.Contains("<body class=\"draft\">", page, StringComparison.Ordinal);
        Assert.Contains("Draft: nothing of this goes out before the talk is confirmed.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_platform_would_refuse_is_said_with_the_post()
    {
        var post = Document.Posts[0] with { Payloads = [$$"""{"content":"{{new string('x', 2001)}}"}"""] };

        var page = PreviewPage.Write(Document with { Posts = [post, post with { Platform = "telegram", Payloads = ["""{"chat_id":-5,"text":" "}"""] }] });

        Assert.Contains("Discord would refuse it", page, StringComparison.Ordinal);
        Assert.Contains("Telegram would refuse it: Bad Request: message text is empty", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("""(src|href)="|url\(|@import|fetch\(|XMLHttpRequest|EventSource""")]
    private static partial Regex Outside();

    [GeneratedRegex("<script")]
    private static partial Regex Scripts();

    [GeneratedRegex("^(import|export) ", RegexOptions.Multiline)]
    private static partial Regex Joining();
}
