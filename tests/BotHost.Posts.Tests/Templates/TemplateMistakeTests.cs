using BotHost.Announcements.Talks;
using BotHost.Posts.Templates;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Templates;

/// <summary>Whatever is wrong with the organiser's templates is told at its place, before any post is made of them.</summary>
public sealed class TemplateMistakeTests
{
    [Theory]
    [InlineData("{{titel}}\n---\nx", "1:1 'titel' is not known here")]
    [InlineData("x\n---\n# {{title}}\n\nBy {{nmae}}\n", "5:4 'nmae' is not known here")]
    [InlineData("x\r\n---\r\n# {{title}}\r\n\r\nBy {{nmae}}\r\n", "5:4 'nmae' is not known here")]
    [InlineData("\uFEFF{{titel}}\r\n---\r\nx", "1:1 'titel' is not known here")]
    [InlineData("ｘ😀 {{titel}}\n---\nx", "1:5 'titel' is not known here")]
    [InlineData("x\n---\n{{titel}} {{sumary}}\n{{plaec}}", "3:1 'titel' is not known here", "3:11 'sumary' is not known here", "4:1 'plaec' is not known here")]
    [InlineData("x\n---\n{{#if title}}\n{{#if summry}}x{{/if}}{{/if}}", "4:1 'summry' is not known here")]
    [InlineData("x\n---\n{{#each people}}{{title}}{{/each}}", "3:17 'title' is not known here")]
    [InlineData("x\n---\n{{#each people}}x{{else}}{{name}}{{/each}}", "3:26 'name' is not known here")]
    [InlineData("x\n---\n{{#each title}}x{{/each}}", "3:1 'title' is not a list")]
    [InlineData("x\n---\n{{people}}", "3:1 'people' is a list")]
    [InlineData("x\n---\nx{{cancelled}}", "3:2 'cancelled' is yes or no, and no words")]
    [InlineData("x\n---\n{{@first}}", "3:1 '@first' is not known here", "3:1 '@first' is yes or no, and no words")]
    [InlineData("x\n---\n\n  {{#if title}}x", "4:3 {{#if}} is never closed")]
    [InlineData("{{#if title}}x\n---\nx{{/if}}", "1:1 {{#if}} is not closed before the line ---", "3:2 {{/if}} closes nothing")]
    [InlineData("x\n---\nx{{/if}}", "3:2 {{/if}} closes nothing")]
    [InlineData("x\n---\n{{#if title}}x{{/each}}{{/if}}", "3:15 {{/each}} closes nothing")]
    [InlineData("x\n---\n{{#if title}}x{{else}}y{{else}}z{{/if}}", "3:24 a second {{else}} for the block of line 3")]
    [InlineData("x\n---\nx {{title", "3:3 {{ is never closed")]
    [InlineData("x\n---\nx {{title}\n", "3:3 {{ is never closed")]
    [InlineData("x\n---\nx {{! note\n", "3:3 the note is never closed")]
    [InlineData("x\n---\nx {{!-- note }}\n", "3:3 the note is never closed")]
    [InlineData("x\n---\nx {{{title}}}", "3:3 {{{title}}} would let a value bring markup of its own")]
    [InlineData("x\n---\nx {{&title}}", "3:3 {{&title}} would let a value bring markup of its own")]
    [InlineData("x\n---\nx {{~&title}}", "3:3 {{~&title}} would let a value bring markup of its own")]
    [InlineData("x\n---\nx \\{{title}}", "3:3 the backslash would show {{ to readers")]
    [InlineData("x\n---\nx {{> fatcs}}", "3:3 there is no part 'fatcs'")]
    [InlineData("x\n---\nx {{> announcement}}", "3:3 there is no part 'announcement'")]
    [InlineData("x\n---\n{{#each people}}{{> when}}{{/each}}", "3:17 the part 'when' stands inside {{#each}}")]
    [InlineData("x\n---\nx {{lookup title 1}}", "3:3 {{lookup title 1}} is not understood")]
    [InlineData("x\n---\nx {{#with title}}y", "3:3 {{#with title}} is not understood")]
    [InlineData("x\n---\nx {{../title}}", "3:3 {{../title}} is not understood")]
    [InlineData("x\n---\nx {{else}}", "3:3 {{else}} is not understood")]
    [InlineData("x\n---\nx {{}}", "3:3 {{}} is not understood")]
    [InlineData("x\n---\nx {{#if　title}}y", "3:3 {{#if　title}} is not understood")]
    [InlineData("x\n---\nx ｛｛title｝｝", "3:3 ｛｛ are full-width braces, and readers would see them")]
    [InlineData("x\n---\nx {title} {other}", "3:3 readers would see {title} as it stands")]
    [InlineData("x\ny", "1:1 there is no line ---")]
    [InlineData("x\n---\ny\n---\nz\n---\nx", "6:1 there is a third line ---")]
    [InlineData("", "1:1 the template is empty")]
    [InlineData(" \n\n", "1:1 the template is empty")]
    [InlineData("\n---\nx", "1:1 the lead says nothing", "1:1 the lead says nothing for a talk of which no more than the title is known")]
    [InlineData("# {{title}}\n---\nx", "1:1 the lead says nothing", "1:1 the lead says nothing for a talk of which no more than the title is known")]
    [InlineData("{{subtitle}}\n---\nx", "1:1 the lead says nothing for a talk of which no more than the title is known")]
    [InlineData("{{! nothing }}\n---\nx", "1:1 the lead says nothing", "1:1 the lead says nothing for a talk of which no more than the title is known")]
    [InlineData("x\n---", "2:4 the body says nothing", "2:4 the body says nothing for a talk of which no more than the title is known")]
    [InlineData("x\n---\n{{summary}}", "3:1 the body says nothing for a talk of which no more than the title is known")]
    [InlineData("x\n---\nx\n\n`{{title}}`", "5:2 'title' stands in code or in an address, where readers would see backslashes in it")]
    [InlineData("x\n---\nx\n\n    {{subtitle}}", "5:5 'subtitle' stands in code or in an address, where readers would see backslashes in it")]
    [InlineData("x\n---\nx\n\n{{#unless calledOff}}`{{place}}`{{/unless}}", "5:23 'place' stands in code or in an address, where readers would see backslashes in it")]
    [InlineData("x\n---\nSee you tomorrow in {{place}}!", "3:9 'tomorrow' is true on one day, and posts are read on others")]
    [InlineData("x\n---\n{{place}}で本日開催", "3:11 '本日' is true on one day, and posts are read on others")]
    public void A_mistake_is_told_at_its_place_in_the_file(string content, params string[] expected)
    {
        var findings = OwnTemplate.Check(OwnTemplate.File("en", "announcement", content));

        Assert.Equal(expected, findings.Select(Short));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Remedy));
        Assert.All(findings, finding => Assert.Equal("templates/en/announcement.md", finding.Where.File));
    }

    [Theory]
    [InlineData("when", "{{> when}}", "1:1 the part 'when' calls itself in a circle")]
    [InlineData("when", "x\n{{> facts}}", "2:1 the part 'when' calls itself in a circle")]
    [InlineData("facts", "x\n---\ny", "2:1 a part has no line ---")]
    [InlineData("facts", "x {{nmae}}", "1:3 'nmae' is not known here")]
    [InlineData("lead", "# {{title}}", "1:1 the lead says nothing", "1:1 the lead says nothing for a talk of which no more than the title is known")]
    [InlineData("join", "{{title}}", "1:1 this is to be the words on a button")]
    [InlineData("join", "{{! nothing }}", "1:1 this is to be the words on a button")]
    [InlineData("join", "Join us\nthere", "1:1 this is to be the words on a button")]
    [InlineData("digest", "x\n---\n{{title}}", "3:1 'title' is not known here")]
    [InlineData("digest", "x\n---\nx\n\n{{> facts}}", "5:1 the part 'facts' speaks of one talk")]
    [InlineData("anouncement", "x\n---\ny", "1:1 no template is called 'anouncement', and none of yours calls a part of that name")]
    [InlineData("Announcement", "x\n---\ny", "1:1 no template is called 'Announcement', and none of yours calls a part of that name")]
    [InlineData("README", "Our templates.", "1:1 no template is called 'README', and none of yours calls a part of that name")]
    public void Every_template_is_judged_as_what_it_is(string name, string content, params string[] expected) =>
        Assert.Equal(expected, OwnTemplate.Check(OwnTemplate.File("en", name, content)).Select(Short));

    [Theory]
    [InlineData("titel", "did you mean 'title'? Known are ")]
    [InlineData("Summary", "did you mean 'summary'? Known are ")]
    [InlineData("name", "each of 'people' has one: say it between {{#each people}} and {{/each}}")]
    [InlineData("speaker", "known are address, ")]
    public void A_name_that_is_not_known_comes_with_what_was_meant(string name, string remedy)
    {
        var finding = Assert.Single(OwnTemplate.Check(OwnTemplate.File("en", "announcement", $"x\n---\n{{{{{name}}}}}")));

        Assert.StartsWith(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anouncement", "did you mean 'announcement'? Templates are announcement, calledoff, digest, ")]
    [InlineData("follow-up", "did you mean 'followup'? ")]
    [InlineData("README", "templates are announcement, ")]
    public void A_file_that_is_no_template_comes_with_the_name_that_was_meant(string name, string remedy)
    {
        var finding = Assert.Single(OwnTemplate.Check(OwnTemplate.File("en", name, "x")));

        Assert.Equal("unknown-template", finding.Rule);
        Assert.StartsWith(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_names_inside_a_list_are_sent_outside()
    {
        var finding = Assert.Single(OwnTemplate.Check(OwnTemplate.File("en", "announcement", "x\n---\nx{{#each people}}{{place}}{{/each}}")));

        Assert.Equal("it is known outside of {{#each}}: say it there", finding.Remedy);
    }

    [Fact]
    public void The_same_template_in_two_files_is_refused()
    {
        var flat = OwnTemplate.File("en", "lead", "a") with { Text = new SourceText("a", _ => new SourceSpan("templates/lead.md", 1, 1)) };

        var finding = Assert.Single(OwnTemplate.Check(flat, OwnTemplate.File("EN", "lead", "b")));

        Assert.Equal("templates/EN/lead.md:1:1: error: templates/lead.md is the same template in the same language; keep one of them [template]", finding.ToString());
    }

    [Theory]
    [InlineData("jp", "did you mean 'ja'? Else name the language in a channel")]
    [InlineData("ko", "name the language in a channel, or take the file away")]
    [InlineData("ja", null)]
    [InlineData("ja-JP", null)]
    [InlineData("en", null)]
    public void A_template_that_no_channel_reads_is_told_of(string language, string? remedy)
    {
        var catalogue = Sample.Catalogue() with { Channels = [Translated.In("ja")] };

        var findings = OwnTemplate.Check(catalogue, OwnTemplate.File(language, "lead", "{{title}}"));

        Assert.Equal(remedy is null ? [] : new[] { ("unused-template", remedy) }, findings.Select(finding => (finding.Rule, finding.Remedy)));
    }

    [Fact]
    public void Mistakes_of_all_files_are_told_at_once()
    {
        var findings = OwnTemplate.Check(
            OwnTemplate.File("ja", "lead", "{{titel}}"), OwnTemplate.File("en", "announcement", "{{subtitle}}\n---\nx"), OwnTemplate.File("en", "facts", "{{/if}}"));

        Assert.Equal(
            ["templates/en/announcement.md:1:1", "templates/en/facts.md:1:1", "templates/ja/lead.md:1:1"], findings.Select(finding => finding.Where.ToString()));
    }

    [Fact]
    public void A_file_that_calls_a_broken_one_is_not_blamed_for_it()
    {
        var findings = OwnTemplate.Check(
            OwnTemplate.File("en", "announcement", "x\n---\n{{> sponsor}}"), OwnTemplate.File("en", "sponsor", "{{nobody}}"));

        Assert.Equal(["templates/en/sponsor.md:1:1"], findings.Select(finding => finding.Where.ToString()));
    }

    [Fact]
    public void Each_kind_of_finding_is_one_of_the_rules() =>
        Assert.Equal(
            ["template error", "template-link warning", "template-relative-day warning", "unknown-template error", "unused-template warning"],
            new TemplateRule(TemplateLibrary.BuiltIn()).Rules.Select(rule => $"{rule.Name} {rule.Severity.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal));

    private static string Short(Finding finding) => $"{finding.Where.Line}:{finding.Where.Column} {finding.Text}";
}
