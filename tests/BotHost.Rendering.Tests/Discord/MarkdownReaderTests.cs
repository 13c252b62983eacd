using BotHost.Rendering.Tests.Reading;

namespace BotHost.Rendering.Tests.Discord;

/// <summary>The reader that judges, judged by hand.</summary>
public sealed class MarkdownReaderTests
{
    [Theory]
    [InlineData("plain words", "plain words", "")]
    [InlineData("**a** b", "a b", "bold")]
    [InlineData(@"\*\*a\*\*", "**a**", "")]
    [InlineData("*a* and _b_", "a and b", "italic italic")]
    [InlineData("snake_case_name", "snake_case_name", "")]
    [InlineData("_a_https://x", "_a_https://x", "")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4", "")]
    [InlineData("__a__ ~~b~~ ||c||", "a b c", "underline strike spoiler")]
    [InlineData("**a _b_ c**", "a b c", "bold italic")]
    [InlineData("`a*b*`", "a*b*", "code")]
    [InlineData("`` a`b ``", "a`b", "code")]
    [InlineData("```cs\nx = 1\n```", "x = 1", "fence")]
    [InlineData("# Title\nmore", "Title more", "heading")]
    [InlineData("-# small", "small", "heading")]
    [InlineData(@"\# no title", "# no title", "")]
    [InlineData("#hashtag", "#hashtag", "")]
    [InlineData("> a\n> b\nc", "a b c", "quote")]
    [InlineData(@"\> a", "> a", "")]
    [InlineData("- a\n- b", "• a • b", "list")]
    [InlineData("1. a\n2. b", "1. a 2. b", "list")]
    [InlineData("1\\. a", "1. a", "")]
    [InlineData("- a\n  - b", "• a • b", "list list")]
    [InlineData("<t:1893456000:R>", "⟦1893456000⟧", "")]
    [InlineData(@"\<t:1893456000:R>", "<t:1893456000:R>", "")]
    [InlineData("<@1> <@&2> <#3> </a:4> <:b:5> <id:guide>", "⟦mention⟧ ⟦mention⟧ ⟦mention⟧ ⟦mention⟧ ⟦mention⟧ ⟦mention⟧", "mention mention mention mention mention mention")]
    [InlineData("@everyone", "⟦mention⟧", "mention")]
    [InlineData("@\u200beveryone", "@everyone", "")]
    [InlineData(":smile: 12:30:45", "⟦emoji⟧ 12:30:45", "emoji")]
    [InlineData("[a](https://b.example)", "a", "link")]
    [InlineData(@"\[a](https://b.example)", "[a](https://b.example)", "")]
    [InlineData("[a] (https://b.example)", "[a] (https://b.example)", "")]
    [InlineData("[https://a.example](https://b.example)", "[https://a.example](https://b.example)", "")]
    public void A_text_reads_as_clients_read_it(string markup, string visible, string marks)
    {
        var seen = MarkdownReader.Read(markup);

        Assert.Equal(visible, Visible.Normal(seen.Visible));
        Assert.Equal(marks, string.Join(' ', seen.Marks));
    }

    [Theory]
    [InlineData("see https://a.example/b_c, then", "https://a.example/b_c")]
    [InlineData("<https://a.example>", "https://a.example")]
    [InlineData("[words](https://b.example/x)", "https://b.example/x")]
    [InlineData("xhttps://a.example", "https://a.example")]
    public void A_link_leads_where_clients_go(string markup, string target)
    {
        var link = Assert.Single(MarkdownReader.Read(markup).Links);

        Assert.Equal(target, link.Target);
    }

    [Theory]
    [InlineData("bank.example", "https://bank.example/x", "", true)]
    [InlineData("Bank.example", "https://www.bank.example/", "", true)]
    [InlineData("our bank", "https://evil.example/", "", true)]
    [InlineData("bank.example", "https://evil.example/", "", false)]
    [InlineData("bank.example", "https://evil.example/", " (evil.example)", true)]
    [InlineData("ba\u200bnk.example", "https://evil.example/", "", false)]
    [InlineData("bank。example", "https://evil.example/", "", false)]
    [InlineData("बैंक.भारत", "https://evil.example/", "", false)]
    [InlineData("बैंक.भारत", "https://बैंक.भारत/", "", true)]
    [InlineData("a.jp7", "http://a.jp7/", "", true)]
    [InlineData("words", "javascript:alert(1)", "", false)]
    [InlineData("words", "tg://user?id=1", "", false)]
    public void A_link_is_honest_or_not(string words, string target, string after, bool isHonest) =>
        Assert.Equal(isHonest, Hosts.Lie(new SeenLink(words, target, after)) is null);
}
