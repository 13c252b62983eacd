using BotHost.Announcements.Lint;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint;

public sealed class AddressRuleTests
{
    [Theory]
    [InlineData("summary", "see http://example.org/page", "summary:1:5 warning plain-http")]
    [InlineData("links/0/book", "http://example.org", "links/0/book:1:1 warning plain-http")]
    [InlineData("online/url", "HTTP://example.org", "online/url:1:1 warning plain-http")]
    [InlineData("summary", "http://a.example and [b](http://b.example)", "summary:1:1 warning plain-http | summary:1:26 warning plain-http")]
    [InlineData("summary", "see https://google.com@evil.example/", "summary:1:5 warning url-login")]
    [InlineData("summary", "[a](https://me:secret@example.org)", "summary:1:5 warning url-login")]
    [InlineData("translations/ja/summary", "https://user@host", "translations/ja/summary:1:1 warning url-login")]
    [InlineData("summary", "https://medium.com/@jo and jo@example.org", "")]
    [InlineData("summary", "https://example.org/?to=jo@example.org", "")]
    [InlineData("summary", "https://example.org, ask jo@example.org", "")]
    [InlineData("online", "https://user@example.org", "")]
    [InlineData("ignore/plain-http", "the library has only http://example.org", "")]
    [InlineData("summary", "what http means", "")]
    public void Addresses_are_judged_as_they_are_written(string path, string text, string expected) =>
        Assert.Equal(expected, Told.By(new AddressRule(), new CatalogueBuilder().With(new TalkBuilder().With(talk => talk with { Written = new Page((path, text)) })).Build()));

    [Theory]
    [InlineData("`http://code.example`.", "'http://code.example' is not encrypted")]
    [InlineData("see http://example.org.", "'http://example.org' is not encrypted")]
    [InlineData("**http://example.org**, or not", "'http://example.org' is not encrypted")]
    [InlineData("http://example.org:8080/page", "'http://example.org:8080' is not encrypted")]
    [InlineData("詳しくはhttp://example.org。お待ちしています", "'http://example.org' is not encrypted")]
    [InlineData("`https://me@example.org`.", "the address names a user 'me' and leads to example.org")]
    public void What_stands_behind_an_address_is_no_part_of_it(string text, string expected)
    {
        var talk = new TalkBuilder().With(talk => talk with { Written = new Page(("summary", text)) });

        var told = new AddressRule().Check(new CatalogueBuilder().With(talk).Build()).Select(finding => finding.Text);

        Assert.Equal(expected, string.Join(" | ", told));
    }

    [Fact]
    public void A_user_name_that_looks_like_a_host_is_told_from_the_host()
    {
        var talk = new TalkBuilder().With(talk => talk with { Written = new Page(("summary", "https://google.com@evil.example/login")) });

        var finding = Assert.Single(new AddressRule().Check(new CatalogueBuilder().With(talk).Build()));

        Assert.Equal("the address names a user 'google.com' and leads to evil.example", finding.Text);
    }
}
