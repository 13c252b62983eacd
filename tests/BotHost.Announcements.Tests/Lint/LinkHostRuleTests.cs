using BotHost.Announcements.Lint;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

public sealed class LinkHostRuleTests
{
    [Theory]
    [InlineData("example.org", "https://evil.example/", true)]
    [InlineData("https://example.org/page", "https://evil.example/page", true)]
    [InlineData("www.example.museum", "https://evil.example/", true)]
    [InlineData("blog.example.org", "https://example.org/", true)]
    [InlineData("example.org", "https://example.org.evil.example/", true)]
    [InlineData("example.org", "https://www.example.org/page", false)]
    [InlineData("www.example.org", "https://example.org/", false)]
    [InlineData("Example.org", "https://blog.example.org/", false)]
    [InlineData("https://example.org/page", "https://example.org/other", false)]
    [InlineData("the book", "https://example.org/", false)]
    [InlineData("README.md", "https://example.org/", false)]
    [InlineData("Node.js", "https://example.org/", false)]
    [InlineData("see example.org", "https://evil.example/", true)]
    [InlineData("Visit example.org now", "https://evil.net/", true)]
    [InlineData("the page (www.example.museum)", "https://evil.net/", true)]
    [InlineData("Book at Example.com!", "https://evil.net/", true)]
    [InlineData("Visit example.org now", "https://example.org.evil.net/", true)]
    [InlineData("example.org's archive", "https://example.org/archive", false)]
    [InlineData("example.org's archive", "https://archive.example.org/", false)]
    [InlineData("the blog.example.org archive", "https://example.org/blog", false)]
    [InlineData("example.org or evil.net", "https://evil.net/", false)]
    [InlineData("example.org as it was", "https://web.archive.org/web/2020/https://www.example.org/", false)]
    [InlineData("write to jo@example.org", "https://evil.net/", false)]
    [InlineData("Node.js in depth", "https://evil.net/", false)]
    [InlineData("the ASP.NET docs", "https://evil.net/", false)]
    [InlineData("see vol.5, e.g. chapter 3", "https://evil.net/", false)]
    [InlineData("the end.In spring", "https://evil.net/", false)]
    [InlineData("the file setup.dev.yaml", "https://evil.net/", false)]
    [InlineData("example\uFF0Ecom", "https://evil.net/", true)]
    [InlineData("example\u3002com", "https://evil.net/", true)]
    [InlineData("example\uFF61com", "https://evil.net/", true)]
    [InlineData("example\u2024com", "https://evil.net/", true)]
    [InlineData("see www\u3002example\uFE52com now", "https://evil.net/", true)]
    [InlineData("example\uFF0Ecom", "https://example.com/", false)]
    [InlineData("https://example.org。次の回", "https://example.org/", false)]
    [InlineData("https://example.org/a。2月の回", "https://example.org/", false)]
    [InlineData("これは例です。詳しくは", "https://evil.net/", false)]
    [InlineData("example.org", "https://example\u2024org/", true)]
    [InlineData("see example.org", "https://example\uFE52org/", true)]
    public void Words_that_look_like_an_address_lead_there(string words, string target, bool isLie)
    {
        var markdown = $"{words}, and again: [{words}]({target})";
        var talk = new TalkBuilder().With(talk => talk with
        {
            Summary = RichText.Of(new Block.Paragraph([new Inline.Text($"{words}, and again: "), new Inline.Link(new Uri(target), [new Inline.Text(words)])])),
            Written = new Page(("summary", markdown)),
        });

        var told = Told.By(new LinkHostRule(), new CatalogueBuilder().With(talk).Build());

        Assert.Equal(isLie ? $"summary:1:{words.Length + 15} warning link-host" : "", told);
    }

    [Fact]
    public void Labels_and_links_inside_lists_and_emphasis_are_looked_at_too()
    {
        var link = new Inline.Link(new Uri("https://evil.example/"), [new Inline.Styled(TextStyle.Emphasis, [new Inline.Text("example.org")])]);
        var talk = new TalkBuilder().Link("book", "example.org/book", "https://evil.example/").With(talk => talk with
        {
            Summary = RichText.Of(new Block.List(null, [[new Block.Paragraph([new Inline.Styled(TextStyle.Strong, [link])])]])),
            Written = new Page(("summary", "- **[*example.org*](https://evil.example/)**"), ("links/0/label", "example.org/book")),
        });

        var told = Told.By(new LinkHostRule(), new CatalogueBuilder().With(talk).Build());

        Assert.Equal("links/0/label:1:1 warning link-host | summary:1:7 warning link-host", told);
    }

    [Fact]
    public void A_person_s_bio_is_looked_at_too()
    {
        var catalogue = new CatalogueBuilder().With(new TalkBuilder().By("jo")).Build();
        var jo = catalogue.People[new PersonId("jo")] with
        {
            Bio = RichText.Of(new Block.Paragraph([new Inline.Link(new Uri("https://evil.example/"), [new Inline.Text("example.org")])])),
            Written = new Page(("bio", "[example.org](https://evil.example/)")),
        };

        Assert.Equal("bio:1:2 warning link-host", Told.By(new LinkHostRule(), catalogue with { People = catalogue.People.SetItem(jo.Id, jo) }));
    }
}
