using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Talks;
using BotHost.Posts.Templates;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Templates;

/// <summary>The organiser's templates stand in the place of the built-in ones, language by language.</summary>
public sealed class OwnTemplateTests
{
    // The channel's language, the files, and where the lead and the facts of an announcement come from.
    [Theory]
    [InlineData("en", "en/lead", "en/lead", "built-in en")]
    [InlineData("en", "en/facts", "built-in", "en/facts")]
    [InlineData("ja", "en/lead", "built-in", "built-in ja")]
    [InlineData("ja", "ja/lead en/lead", "ja/lead", "built-in ja")]
    [InlineData("en-GB", "en/lead", "en/lead", "built-in en")]
    [InlineData("en-GB", "en/lead en-GB/facts", "en/lead", "en-GB/facts")]
    [InlineData("en", "en-GB/lead", "built-in", "built-in en")]
    [InlineData("zh-TW", "zh-TW/lead", "zh-TW/lead", "built-in zh-Hant")]
    [InlineData("zh-TW", "zh-Hant/lead", "zh-Hant/lead", "built-in zh-Hant")]
    [InlineData("zh-TW", "zh-Hans/lead", "built-in", "built-in zh-Hant")]
    [InlineData("zh-CN", "zh-Hans/lead", "zh-Hans/lead", "built-in zh-Hans")]
    [InlineData("fr", "fr/lead", "fr/lead", "built-in en")]
    [InlineData("fr-CA", "fr/lead", "fr/lead", "built-in en")]
    [InlineData("fr", "fr-CA/lead", "fr-CA/lead", "built-in en")]
    [InlineData("fr", "fr/lead en/facts", "fr/lead", "en/facts")]
    [InlineData("de", "fr/lead", "built-in", "built-in en")]
    [InlineData("JA", "ja/lead", "ja/lead", "built-in ja")]
    public void A_language_is_told_by_its_own_template_and_else_by_the_nearest(string channel, string files, string lead, string facts)
    {
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), [.. files.Split(' ').Select(file => file.Split('/')).Select(path => OwnTemplate.File(path[0], path[1], $"{path[0]}/{path[1]}"))]);

        var post = Sample.Compose(Sample.Talk, catalogue: catalogue, channel: Translated.In(channel));

        Assert.Equal(lead, Teller(Readable.Of(post.Lead), files, ""));
        Assert.Equal(facts, Teller(Readable.Of(post.Body), files, LanguageOf(Readable.Of(post.Body))));
    }

    [Theory]
    [InlineData("announcement", StepKind.Announcement)]
    [InlineData("reminder", StepKind.Reminder)]
    [InlineData("starting", StepKind.Starting)]
    [InlineData("thanks", StepKind.Thanks)]
    [InlineData("followup", StepKind.FollowUp)]
    public void Every_post_can_be_overridden(string name, StepKind kind)
    {
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", name, "Lead of {{title}}\r\n---\r\n## Ours: {{title}}\r\n\r\n{{summary}}\r\n"));

        var post = Sample.Compose(Sample.Talk, kind, catalogue: catalogue);

        Assert.Equal("Lead of Chinese Immigration and Its Discontents", Readable.Of(post.Lead));
        Assert.StartsWith("<h2> Ours: Chinese Immigration and Its Discontents\n\n“Rùn", Readable.Of(post.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("links")]
    [InlineData("names")]
    [InlineData("when")]
    [InlineData("calledoff")]
    public void Every_part_can_be_overridden(string name)
    {
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", name, "our part"));

        var post = Sample.Compose(Sample.Talk with { Status = TalkStatus.Cancelled }, rung: Rung.NamesOnly, catalogue: catalogue);

        Assert.Contains("our part", Readable.Of(post.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_the_button_can_be_overridden()
    {
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "join", "Come in\n"));

        var post = Sample.Compose(Sample.Talk, StepKind.Starting, now: Sample.Start, catalogue: catalogue);

        Assert.Equal("Come in", post.Buttons[0].Label);
    }

    [Fact]
    public void A_further_language_is_told_by_its_own_second_part()
    {
        var catalogue = OwnTemplate.Over(Translated.Catalogue, OwnTemplate.File("ja", "second", "## {{language}}\n\n私たちの言葉：{{title}}"));

        var post = Sample.Compose(Translated.Talk, catalogue: catalogue, channel: Translated.In("en", "ja"));

        Assert.Contains("<h2> 日本語\n\n私たちの言葉：中国からの移民とその不満", Readable.Of(post.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_ones_own_can_be_called()
    {
        var files = new[]
        {
            OwnTemplate.File("en", "announcement", "{{title}}\n---\n# {{title}}\n\n{{> sponsor}}\n\n{{> facts}}\n"),
            OwnTemplate.File("en", "sponsor", "Paid for by *nobody*.\n"),
        };

        var post = Sample.Compose(Sample.Talk, catalogue: OwnTemplate.Over(Sample.Catalogue(), files));

        Assert.Empty(OwnTemplate.Check(files));
        Assert.Contains("\n\nPaid for by <i>nobody</i>.\n\n<b>When:</b>", Readable.Of(post.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_may_say_nothing_on_purpose()
    {
        var file = OwnTemplate.File("en", "links", "{{! no links in our posts }}");

        var post = Sample.Compose(Sample.Talk, catalogue: OwnTemplate.Over(Sample.Catalogue(), file));

        Assert.Empty(OwnTemplate.Check(file));
        Assert.DoesNotContain("The book", Readable.Of(post.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a {{~title~}} b", "aXb")]
    [InlineData("a {{~> when~}} b", "aWb")]
    [InlineData("a {{> when}} b", "a W b")]
    [InlineData("a {{!-- {{> when}} \n---\n --}}b", "a b")]
    [InlineData("a {{#if title~}} b {{~else~}} c {{~/if}} d", "a b d")]
    public void Signs_for_space_and_notes_do_what_they_say(string template, string body)
    {
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "announcement", $"x\n---\n{template}"), OwnTemplate.File("en", "when", "W"));

        var post = Sample.Compose(Sample.Talk with { Title = "X" }, catalogue: catalogue);

        Assert.Equal(body, Readable.Of(post.Body));
    }

    [Theory]
    [InlineData("# {{title}}")]
    [InlineData("> {{title}}")]
    [InlineData("- {{title}}")]
    [InlineData("**{{title}}**")]
    [InlineData("[{{title}}](https://example.org/)")]
    [InlineData("x {{~title}}")]
    [InlineData("| a |\n|---|\n| {{title}} |")]
    public void No_value_brings_markup_through_a_template(string template)
    {
        const string Title = "**a** [b](https://evil.example/) # c `d` <e@f.g> https://h.example/ {{summary}} ~~i~~ | j |";
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "announcement", $"x\n---\n{template}"));

        var post = Sample.Compose(Sample.Talk with { Title = Title }, catalogue: catalogue);

        Assert.Contains(Title, Readable.Words(post.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("<a https://evil", Readable.Of(post.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("<code>", Readable.Of(post.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{titel}}\n---\nx")]
    [InlineData("{{#if title}}\n---\nx")]
    [InlineData("{{{title}}}\n---\nx")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("# x\n---\ny")]
    [InlineData("x\n---\n{{> nothing}}")]
    public void A_broken_template_never_reaches_a_post(string content)
    {
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "announcement", content));

        var post = Sample.Compose(Sample.Talk, catalogue: catalogue);

        Assert.Equal(Readable.Of(Sample.Compose(Sample.Talk).Body), Readable.Of(post.Body));
    }

    [Theory]
    [InlineData("a ---\n---\nb", "a ---", "b")]
    [InlineData("a\n--- \t\nb\n\n----\n", "a", "b")]
    [InlineData("a\r\n---\r\nb", "a", "b")]
    public void A_divider_is_a_line_of_three_hyphens_and_nothing_else_is_one(string content, string lead, string body)
    {
        var file = OwnTemplate.File("en", "announcement", content);

        var post = Sample.Compose(Sample.Talk, catalogue: OwnTemplate.Over(Sample.Catalogue(), file));

        Assert.Empty(OwnTemplate.Check(file));
        Assert.Equal((lead, body), (Readable.Of(post.Lead), Readable.Words(post.Body).Trim()));
    }

    [Fact]
    public void A_broken_template_takes_no_other_with_it()
    {
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "facts", "{{nothing}}"), OwnTemplate.File("en", "lead", "ours"));

        Assert.Equal("ours", Readable.Of(Sample.Compose(Sample.Talk, catalogue: catalogue).Lead));
    }

    [Fact]
    public void The_same_files_are_made_ready_once_and_others_anew()
    {
        var library = TemplateLibrary.BuiltIn();
        var first = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "lead", "one"));
        var readAgain = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "lead", "one"));
        var changed = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "lead", "two"));

        Assert.Same(library.Of(first), library.Of(readAgain));
        Assert.NotSame(library.Of(first), library.Of(changed));
        Assert.Same(library, library.Of(Sample.Catalogue()));
    }

    [Fact]
    public void Many_posts_at_once_share_one_making()
    {
        var library = TemplateLibrary.BuiltIn();

        var made = Enumerable.Range(0, 64).AsParallel()
            .Select(_ => library.Of(OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("en", "lead", "one"))))
            .ToList();

        Assert.Single(made.Distinct());
    }

    [Fact]
    public void A_template_can_be_asked_for_as_it_is_in_force()
    {
        var library = TemplateLibrary.BuiltIn();
        var sources = new TemplateSources(library);
        var catalogue = OwnTemplate.Over(Sample.Catalogue(), OwnTemplate.File("ja", "lead", "私"));

        Assert.Equal(new TemplateText("ja", "私", "templates/ja/lead.md"), sources.Find("lead", "ja", catalogue));
        Assert.Equal(("ja", null), (sources.Find("lead", "ja", null)!.Language, sources.Find("lead", "ja", null)!.File));
        Assert.Equal("en", sources.Find("lead", "fr", catalogue)!.Language);
        Assert.Null(sources.Find("led", "en", catalogue));
        Assert.Equal(["en", "ja", "zh-Hans", "zh-Hant"], sources.BuiltInLanguages);
        Assert.Equal(["announcement", "digest", "facts", "join"], sources.Names.Intersect(["announcement", "nothing", "digest", "facts", "join"]));
    }

    [Fact]
    public void A_copy_of_each_built_in_template_changes_nothing_and_has_no_findings()
    {
        var files = BuiltInTemplates.Read().Select(source => OwnTemplate.File(source.Language, source.Name, source.Text)).ToArray();

        Assert.Empty(OwnTemplate.Check(files));
        foreach (var language in new[] { "en", "ja", "zh-Hans", "zh-Hant" })
        {
            foreach (var kind in Enum.GetValues<StepKind>().Except([StepKind.Digest]))
            {
                var channel = Translated.In(language, "en");

                Assert.Equal(
                    Readable.Of(Sample.Compose(Translated.Talk, kind, catalogue: Translated.Catalogue, channel: channel).Body),
                    Readable.Of(Sample.Compose(Translated.Talk, kind, catalogue: OwnTemplate.Over(Translated.Catalogue, files), channel: channel).Body));
            }
        }
    }

    private static string Teller(string text, string files, string builtIn) =>
        files.Split(' ').FirstOrDefault(file => text.Contains(file, StringComparison.Ordinal)) ?? $"built-in{builtIn}";

    private static string LanguageOf(string facts) =>
        new[] { ("<b>When:</b>", " en"), ("<b>日時：</b>", " ja"), ("<b>时间：</b>", " zh-Hans"), ("<b>時間：</b>", " zh-Hant") }
            .FirstOrDefault(known => facts.Contains(known.Item1, StringComparison.Ordinal)).Item2 ?? "";
}
