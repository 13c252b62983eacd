using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Composing;
using BotHost.Posts.Reading;
using BotHost.Posts.Templates;
using BotHost.Posts.Tests.Composing;
using BotHost.Posts.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.Posts.Tests.Templates;

public sealed class TemplateTests
{
    private static readonly Dictionary<string, TemplateSource> Parts =
        new[] { "facts", "when" }.ToDictionary(name => name, name => new TemplateSource("en", name, name));

    [Theory]
    [InlineData("{{titel}}\n---\n", 1, "'titel' is not known here")]
    [InlineData("a\n---\n\n{{#if title}}{{#if summry}}x{{/if}}{{/if}}", 4, "'summry' is not known here")]
    [InlineData("a\n---\n{{#each people}}{{title}}{{/each}}", 3, "'title' is not known here")]
    [InlineData("a\n---\n{{#each title}}{{/each}}", 3, "'title' is not a list")]
    [InlineData("a\n---\n{{#each people}}\n{{#each links}}{{nope}}{{/each}}{{/each}}", 4, "'nope' is not known here")]
    [InlineData("a\n---\n{{@first}}", 3, "'@first' is not known here")]
    [InlineData("a\n---\n\n{{#if title}}", 4, "{{#if}} is never closed")]
    [InlineData("a\n---\n{{/if}}", 3, "{{/if}} closes nothing")]
    [InlineData("a\n---\n{{#if title}}{{/each}}{{/if}}", 3, "{{/each}} closes nothing")]
    [InlineData("a\n---\n{{title", 3, "{{ is never closed")]
    [InlineData("a\n---\n{{title}\n", 3, "{{ is never closed")]
    [InlineData("a\n---\n{{{title}}}", 3, "{{{title}}} would let a value bring markup of its own")]
    [InlineData("a\n---\n{{&title}}", 3, "{{&title}} would let a value bring markup of its own")]
    [InlineData("a\n---\n{{> fact}}", 3, "there is no part 'fact'")]
    [InlineData("a\n---\n{{#each people}}{{> when}}{{/each}}", 3, "the part 'when' stands inside {{#each}}")]
    [InlineData("a\n---\n{{lookup title 1}}", 3, "{{lookup title 1}} is not understood")]
    [InlineData("a\n---\n{{title summary}}", 3, "{{title summary}} is not understood")]
    [InlineData("a\n---\n{{else}}", 3, "{{else}} is not understood")]
    [InlineData("a\n---\n{{#with title}}x{{/with}}", 3, "{{#with title}} is not understood")]
    [InlineData("a\n---\n{{../title}}", 3, "{{../title}} is not understood")]
    [InlineData("a\nb", 1, "there is no line ---")]
    public void A_mistake_is_found_with_its_line(string text, int line, string expected)
    {
        var findings = TemplateCheck.Check(new TemplateSource("en", "reminder", text), Parts);

        Assert.Contains(findings, finding => finding.Text == expected && finding.Where.Line == line && finding.Where.File == "templates/en/reminder.md");
        Assert.All(findings, finding => Assert.NotEmpty(finding.Remedy));
    }

    [Theory]
    [InlineData("{{title}}\n---\n{{! a note }}{{!-- {{any}} --}}{{#if place}}{{place}}{{else}}-{{/if}}{{> facts}}")]
    [InlineData("{{ title }}\r\n---\r\n{{#unless @x}}{{/unless}}", "'@x' is not known here")]
    [InlineData("{{~title~}}\n---\n{{#each people}}{{#if @first}}{{name}}{{/if}}{{#each links}}{{label}}{{/each}}{{/each}}")]
    public void What_is_allowed_is_not_complained_of(string text, params string[] expected)
    {
        var findings = TemplateCheck.Check(new TemplateSource("en", "reminder", text), Parts);

        Assert.Equal(expected, findings.Select(finding => finding.Text));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_when_the_templates_are_made_ready()
    {
        var sources = BuiltInTemplates.Read()
            .Where(source => source.Language == "en" && source.Name != "thanks")
            .Select(source => source.Name is "reminder" or "starting" ? source with { Text = source.Text.Replace("\n# {{title}}", "\n# {{titel}}", StringComparison.Ordinal) } : source);

        var exception = Assert.Throws<InvalidTemplatesException>(() => new TemplateLibrary(sources));

        Assert.Equal(
            ["templates/en/reminder.md:5:3", "templates/en/starting.md:5:3", "templates/en/thanks.md:1:1"],
            exception.Findings.Select(finding => finding.Where.ToString()).Order(StringComparer.Ordinal));
        Assert.Contains("templates/en/reminder.md:5:3: error: 'titel' is not known here; did you mean 'title'? Known are", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_call_each_other_in_a_circle_are_refused()
    {
        var sources = BuiltInTemplates.Read().Select(source => source.Name == "when" ? source with { Text = "{{> facts}}" } : source);

        var exception = Assert.Throws<InvalidTemplatesException>(() => new TemplateLibrary(sources));

        Assert.Contains("in a circle", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_templates_never_name_a_day_by_its_distance()
    {
        Assert.All(BuiltInTemplates.Read(), source =>
        {
            foreach (var word in new[] { "today", "tomorrow", "tonight", "yesterday", "this week", "next week", "今日", "明日", "本日", "昨日", "来週", "今週", "今夜", "今晩", "翌日", "明後日", "今天", "明天", "昨天", "今晚", "明晚", "后天", "後天", "本周", "本週", "下周", "下週" })
            {
                Assert.DoesNotContain(word, source.Text, StringComparison.OrdinalIgnoreCase);
            }
        });
    }

    [Fact]
    public void The_built_in_templates_work_for_a_full_and_for_an_empty_talk()
    {
        foreach (var talk in new[] { Sample.Talk, Sample.Empty })
        {
            foreach (var kind in Enum.GetValues<StepKind>().Except([StepKind.Digest]))
            {
                foreach (var detail in PostDetail.Ladder(1))
                {
                    var post = Sample.Compose(talk, kind, detail: detail);
                    var text = HandlebarsComposerTests.Everything(post);

                    Assert.Equal(talk.Title, Readable.Of(Assert.IsType<Block.Heading>(post.Body.Blocks[1]).Content));
                    Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
                    Assert.DoesNotContain('\\', text);
                    Assert.DoesNotContain('\uFDD0', text);
                    Assert.DoesNotContain(post.Lead, inline => inline is Inline.LineBreak);
                }
            }
        }
    }

    [Fact]
    public void A_template_may_say_exactly_what_the_model_holds()
    {
        var model = new TalkModel(TalkInLanguage.Of(Sample.Catalogue(), Sample.Talk, "en"), StepKind.Announcement, Sample.Start, Rung.Full, "en", new Slots()).Build();

        Assert.Equal(TemplateScope.Talk.Names, model.Keys.Order(StringComparer.Ordinal));
        Assert.All(model, entry => Assert.Equal(entry.Value is bool, TemplateScope.Talk.IsFlag(entry.Key)));
        Assert.Equal(TemplateScope.Talk.ItemOf("people")!.Names, First(model["people"]).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(TemplateScope.Talk.ItemOf("links")!.Names, First(model["links"]).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_door_adds_a_reader_and_a_composer()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);

        builder.AddPosts();

        using var host = builder.Build();
        Assert.IsType<MarkdigReader>(host.Services.GetRequiredService<IMarkdownReader>());
        Assert.IsType<CatalogueComposer>(host.Services.GetRequiredService<IPostComposer>());
    }

    private static Dictionary<string, object?> First(object? list) => Assert.IsType<Dictionary<string, object?>[]>(list)[0];
}
