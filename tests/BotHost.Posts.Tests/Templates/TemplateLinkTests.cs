using BotHost.Announcements.Talks;
using BotHost.Posts.Templates;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Templates;

/// <summary>Links in the words of a template are looked at as those in a talk's texts are, and values in them, too.</summary>
public sealed class TemplateLinkTests
{
    [Theory]
    [InlineData("[x](javascript:alert)", "3:1 the link to 'javascript:alert' leads to no web page and no mailbox: its words stay, the link goes")]
    [InlineData("Hello.\n\nA [x](tel:123) and [y](page.html)", "5:3 the link to 'tel:123' leads to no web page and no mailbox: its words stay, the link goes", "5:20 the link to 'page.html' leads to no web page and no mailbox: its words stay, the link goes")]
    [InlineData("{{#if place}}[x](javascript:alert){{/if}}", "3:14 the link to 'javascript:alert' leads to no web page and no mailbox: its words stay, the link goes")]
    [InlineData("{{! note }}[x](javascript:alert)\n\n---\n{{title}}: [x](javascript:2)", "3:12 the link to 'javascript:alert' leads to no web page and no mailbox: its words stay, the link goes", "6:12 the link to 'javascript:2' leads to no web page and no mailbox: its words stay, the link goes")]
    [InlineData("[x][mark]\n\n[mark]: javascript:alert", "3:1 the link to 'javascript:alert' leads to no web page and no mailbox: its words stay, the link goes")]
    [InlineData("{{#if map}}[x](app:{{map}}){{/if}}", "3:12 the link to 'app:{{map}}' leads to no web page and no mailbox: its words stay, the link goes")]
    [InlineData("Bank: https://user@bank.example/", "3:7 the link to 'https://user@bank.example/' leads to no web page and no mailbox: its words stay, the link goes")]
    [InlineData("**[bank.com](https://evil.example/)**", "3:3 the words 'bank.com' name an address, and the link leads to evil.example")]
    [InlineData("😀 [https://bank.example](https://evil.example/)", "3:4 the words 'https://bank.example' name an address, and the link leads to evil.example")]
    [InlineData("{{#each people}}{{name}}: [www.bank.example](https://evil.example/)\n\n{{/each}}", "3:27 the words 'www.bank.example' name an address, and the link leads to evil.example")]
    [InlineData("[go](https://x.example/{{title}})", "3:24 'title' is no address: where it holds a space, readers would see the link as it is written")]
    [InlineData("[go]({{place}})", "3:6 'place' is no address: where it holds a space, readers would see the link as it is written")]
    [InlineData("[go](https://x.example/?a={{series}}&b={{~number~}})", "3:27 'series' is no address: where it holds a space, readers would see the link as it is written", "3:40 'number' is no address: where it holds a space, readers would see the link as it is written")]
    [InlineData("{{#each people}}[{{name}}](https://x.example/{{name}}){{/each}}", "3:46 'name' is no address: where it holds a space, readers would see the link as it is written")]
    [InlineData("See https://x.example/{{title}}.", "3:23 'title' is no address: where it holds a space, readers would see the link as it is written")]
    public void A_link_that_would_go_wrong_is_told_of_at_its_place(string body, params string[] expected)
    {
        var findings = OwnTemplate.Check(OwnTemplate.File("en", "announcement", $"{{{{title}}}}\n---\n{body}\n\nWords.\n"));

        Assert.Equal(expected, findings.Where(finding => finding.Rule == "template-link").Select(Short));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Remedy));
        Assert.DoesNotContain(findings, finding => finding.Severity is Severity.Error);
    }

    [Theory]
    [InlineData("[{{join}}]({{join}}) {{#if map}}([map]({{map}})){{/if}} {{#if more}}[Read more]({{more}}){{/if}}")]
    [InlineData("{{#each links}}{{#unless @first}} · {{/unless}}[{{label}}]({{url}}){{/each}}")]
    [InlineData("{{#each people}}{{#each links}}[{{label}}]({{url}}){{/each}}{{/each}}")]
    [InlineData("[archived]({{map}}?from=us), [friends](https://example.org/friends), [mail](mailto:us@example.org), <https://example.org/>")]
    [InlineData("[example.org](https://www.example.org/), [example.org](https://blog.example.org/), [{{title}}](https://example.org/)")]
    [InlineData("[map]({{#if map}}{{map}}{{else}}https://example.org/{{/if}})")]
    [InlineData("`[x](javascript:alert)` and \\[x](javascript:alert) and [x] (javascript:alert)")]
    [InlineData("{{title}} [1] (see {{place}}), https://example.org/ {{title}}")]
    public void What_leads_where_it_says_is_none_of_it(string body) =>
        Assert.Empty(OwnTemplate.Check(OwnTemplate.File("en", "announcement", $"{{{{title}}}}\n---\n{{{{title}}}}\n\n{body}\n")));

    [Fact]
    public void A_part_that_holds_an_address_may_stand_in_a_link() =>
        Assert.Empty(OwnTemplate.Check(
            OwnTemplate.File("en", "announcement", "x\n---\n[our page]({{> page}})\n"), OwnTemplate.File("en", "page", "https://example.org/")));

    [Theory]
    [InlineData("facts", "[x](javascript:alert)\n", "1:1 the link to 'javascript:alert' leads to no web page and no mailbox: its words stay, the link goes")]
    [InlineData("digest", "x\n---\nx [all]({{more}})\n", "3:9 'more' is no address: where it holds a space, readers would see the link as it is written")]
    public void Parts_and_digests_are_looked_at_as_what_they_are(string name, string content, string expected)
    {
        var finding = Assert.Single(OwnTemplate.Check(OwnTemplate.File("en", name, content)));

        Assert.Equal(("template-link", expected), (finding.Rule, Short(finding)));
    }

    [Fact]
    public void A_name_that_is_not_known_is_told_of_once() =>
        Assert.Equal(["template"], OwnTemplate.Check(OwnTemplate.File("en", "announcement", "x\n---\n[x](https://x.example/{{titel}})")).Select(finding => finding.Rule));

    [Fact]
    public void What_is_built_in_has_no_such_link() =>
        Assert.Empty(BuiltInTemplates.Read().SelectMany(TemplateLinks.Check));

    private static string Short(Finding finding) => $"{finding.Where.Line}:{finding.Where.Column} {finding.Text}";
}
