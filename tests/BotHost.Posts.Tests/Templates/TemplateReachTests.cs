using System.Globalization;
using System.Text;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Templates;

/// <summary>No template, however large or odd, holds up the bot or ends it.</summary>
public sealed class TemplateReachTests(ITestOutputHelper output)
{
    private const int Million = 1_000_000;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{{", "}}}", "{", "}", "{{title}}", "{{#if title}}", "{{#unless place}}", "{{#each people}}", "{{name}}", "{{#each links}}", "{{url}}", "{{/if}}", "{{/unless}}", "{{/each}}",
        "{{else}}", "{{> lead}}", "{{~> facts~}}", "{{> when }}", "{{! x }}", "{{!-- {{ --}}", "{{!--}}", "{{!}}", "{{~", "~}}", "\n---\n", "---", "\n", "\r\n", "\\", "`", "*", "_", "[", "](", ")", "<", ">", "|", "# ", "- ",
        "    ", "　", "\u00A0", "é", "😀", "x", " ", "@first", "{{@last}}", "{{&title}}", "{{#if}}", "{{^}}", "{{/}}", "{{.}}", "{{this}}", "{{#each this}}", "\t", "\"", "'", "=", "{{title=1}}", "{{'a'}}", "{{1}}", "{{true}}", "{{[title]}}",
    ];

    public static TheoryData<string> Names() => ["a megabyte of words", "a million conditions", "a million unclosed ones", "deep conditions", "a million notes", "a million quotes", "a million brackets", "a million braces"];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_too_much_gives_a_few_findings_and_no_post_of_its_own(string name)
    {
        var content = "x\n---\n" + name switch
        {
            "a megabyte of words" => Repeat("words ", Million / 6),
            "a million conditions" => Repeat("{{#if title}}", Million) + Repeat("{{/if}}", Million),
            "a million unclosed ones" => Repeat("{{#if title}}", Million),
            "deep conditions" => Repeat("{{#if title}}", 400) + Repeat("{{/if}}", 400),
            "a million notes" => Repeat("{{!--", Million),
            "a million quotes" => Repeat(">", Million),
            "a million brackets" => Repeat("[", Million),
            _ => Repeat("{", Million),
        };
        var file = OwnTemplate.File("en", "announcement", content);

        Assert.InRange(OwnTemplate.Check(file).Length, 1, 60);
        Assert.Equal(Built(), Readable.Of(Sample.Compose(Sample.Talk, catalogue: OwnTemplate.Over(Sample.Catalogue(), file)).Body));
    }

    [Theory]
    [InlineData(">", 10_000, "there are more than 2000 characters that may be markup")]
    [InlineData(">", 1_500, "this cannot be written or read")]
    [InlineData("[", 10_000, "there are more than 2000 characters that may be markup")]
    [InlineData("{{title}}", 1_001, "the template has 1002 tags")]
    [InlineData("x", 20_000, "the template has 20006 characters")]
    public void What_fits_into_a_file_is_bounded_as_well(string piece, int count, string expected)
    {
        var findings = OwnTemplate.Check(OwnTemplate.File("en", "announcement", "x\n---\n" + Repeat(piece, count)));

        Assert.Equal([expected], findings.Select(finding => finding.Text).Distinct());
    }

    [Fact]
    public void Twenty_blocks_may_stand_in_each_other_and_no_more()
    {
        Assert.Empty(OwnTemplate.Check(OwnTemplate.File("en", "announcement", Nested(20))));
        Assert.Equal(["3:401"], OwnTemplate.Check(OwnTemplate.File("en", "announcement", Nested(21))).Select(finding => $"{finding.Where.Line}:{finding.Where.Column}"));

        static string Nested(int depth) => $"x\n---\n{Repeat("{{#if fullTitle}}...", depth)}{Repeat("{{/if}}", depth)}";
    }

    [Fact]
    public void Parts_that_double_each_other_end_with_a_finding()
    {
        var files = Enumerable.Range(0, 30)
            .Select(level => OwnTemplate.File("en", Part(level), level == 29 ? "x" : $"{{{{> {Part(level + 1)}}}}}{{{{> {Part(level + 1)}}}}}"))
            .Append(OwnTemplate.File("en", "announcement", $"x\n---\n{{{{> {Part(0)}}}}}"))
            .ToArray();

        var finding = Assert.Single(OwnTemplate.Check(files));

        Assert.StartsWith("with its parts the template has more than", finding.Text, StringComparison.Ordinal);
        static string Part(int level) => $"part-{level.ToString(CultureInfo.InvariantCulture)}";
    }

    [Fact]
    public void Whatever_has_no_finding_makes_a_post()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BOTHOST_TEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var whole = 0;
        for (var round = 0; round < 150; round++)
        {
            var body = new StringBuilder();
            for (var piece = random.Next(1, 7); piece > 0; piece--)
            {
                body.Append(Pieces[random.Next(Pieces.Length)]);
            }

            var content = $"{{{{title}}}}\n---\n# {{{{title}}}}\n\n{body}";
            var file = OwnTemplate.File("en", "announcement", content);
            var catalogue = OwnTemplate.Over(Sample.Catalogue(), file);
            var findings = OwnTemplate.Check(file);

            var text = Readable.Of(Sample.Compose(Sample.Talk, catalogue: catalogue).Body);

            Assert.False(findings.IsEmpty && text == Built(), $"seed {seed}: without a finding the built-in template was used instead of: {content}");
            Assert.False(findings.IsEmpty && text.Contains('\uFDD0', StringComparison.Ordinal), $"seed {seed}: a mark reaches readers with: {content}");
            whole += findings.IsEmpty ? 1 : 0;
        }

        Assert.InRange(whole, 5, 145);
    }

    private static string Built() => Readable.Of(Sample.Compose(Sample.Talk).Body);

    private static string Repeat(string piece, int count) => new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();
}
