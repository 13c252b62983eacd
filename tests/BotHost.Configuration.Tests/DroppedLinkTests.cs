using BotHost.Announcements.Texts;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests;

/// <summary>Where links are told that the Markdown reader left out.</summary>
public sealed class DroppedLinkTests : IDisposable
{
    private readonly ConfigOnDisk _config = new();

    [Theory]
    [InlineData("summary: \"  See [this](bad:1).\"", "4:17")]
    [InlineData("summary: |\n  First line.\n\n  See [this](bad:1).", "7:7")]
    [InlineData("summary: >\n  First line\n  folded, then\n  [this](bad:1).", "7:3")]
    [InlineData("translations:\n  ja:\n    summary: |\n      [this](bad:1)", "7:7")]
    public void A_dropped_link_of_a_talk_is_told_where_it_begins(string lines, string place)
    {
        _config.Replace("talks/a.yaml", "title: First", $"title: First\n{lines}");

        Assert.Equal($"talks/a.yaml:{place} Warning unsafe-link", Told());
    }

    [Fact]
    public void Dropped_links_of_biographies_are_told_each_by_itself()
    {
        _config.Write("people/jo.yaml", "id: jo\nname: Jo\nbio: a [this](bad:1)\ntranslations:\n  ja:\n    bio: '[this](bad:2) [this](bad:3)'\n");

        Assert.Equal("people/jo.yaml:3:8 Warning unsafe-link | people/jo.yaml:6:11 Warning unsafe-link | people/jo.yaml:6:25 Warning unsafe-link", Told());
    }

    [Fact]
    public void It_says_what_becomes_of_the_words_and_how_to_mend_it()
    {
        _config.Replace("talks/a.yaml", "title: First", "title: First\nsummary: '[this](bad:1)'");

        var finding = Assert.Single(Read().Findings);

        Assert.Equal("the link to 'bad:1' leads to no web page and no mailbox: its words stay, the link goes", finding.Text);
        Assert.Equal("write the whole address with https://, or mailto: before a mail address, or take the link away", finding.Remedy);
    }

    [Fact]
    public void It_is_told_again_by_a_reading_that_need_not_read_the_file_again()
    {
        _config.Replace("talks/a.yaml", "title: First", "title: First\nsummary: '[this](bad:1)'");
        var reader = new CatalogueReader(new DroppingReader(), []);
        reader.Read(_config.Root);

        Assert.Equal("unsafe-link", Assert.Single(reader.Read(_config.Root).Findings).Rule);
    }

    public void Dispose() => _config.Dispose();

    private string Told() => string.Join(" | ", Read().Findings.Select(finding => $"{finding.Where} {finding.Severity} {finding.Rule}"));

    private CatalogueReading Read() => new CatalogueReader(new DroppingReader(), []).Read(_config.Root);

    /// <summary>Drops each link whose address begins with <c>bad:</c>.</summary>
    private sealed class DroppingReader : IMarkdownReader
    {
        public RichText Read(string markdown, Action<DroppedLink>? dropped = null)
        {
            for (var at = markdown.IndexOf("[this](", StringComparison.Ordinal); at >= 0; at = markdown.IndexOf("[this](", at + 1, StringComparison.Ordinal))
            {
                dropped?.Invoke(new DroppedLink(at, markdown.Substring(at + "[this](".Length, 5)));
            }

            return RichText.Plain(markdown);
        }
    }
}
