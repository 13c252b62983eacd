using System.Text.RegularExpressions;
using BotHost.Posts.Templates;
using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Templates;

/// <summary>Holds <c>docs/templates.md</c> to what templates can say.</summary>
public sealed partial class TemplatesPageTests
{
    private static readonly string Page = Read();

    [Fact]
    public void Every_name_has_a_row_with_its_kind_and_no_other_has_one()
    {
        var talk = TemplateScope.Talk;

        AssertRows("Of a talk", talk);
        AssertRows("Each of `people`", talk.ItemOf("people")!);
        AssertRows("Each of `links`", talk.ItemOf("links")!);
        AssertRows("Of a digest", TemplateScope.Digest);
        AssertRows("Each of `talks`", TemplateScope.Digest.ItemOf("talks")!);
    }

    [Fact]
    public void Every_list_is_described()
    {
        TemplateScope[] described = [TemplateScope.Talk, TemplateScope.Digest];

        Assert.Equal(
            ["links", "people", "talks"],
            described.Concat(described.SelectMany(Items)).SelectMany(scope => scope.Lists).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        static IEnumerable<TemplateScope> Items(TemplateScope scope) => scope.Lists.Select(list => scope.ItemOf(list)!);
    }

    [Fact]
    public void Every_template_that_can_be_overridden_has_a_row_and_no_other_has_one() =>
        Assert.Equal(
            TemplateLibrary.BuiltIn().Shelf.Names,
            Rows("Posts").Concat(Rows("Parts")).Select(row => row.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_example_is_without_findings_and_reads_as_it_says()
    {
        var blocks = Block().Matches(Page[Page.IndexOf("## An example", StringComparison.Ordinal)..].ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value).ToList();
        var files = new[] { OwnTemplate.File("en", "announcement", blocks[0]), OwnTemplate.File("en", "sponsor", blocks[1]) };

        var post = Sample.Compose(Sample.Talk, catalogue: OwnTemplate.Over(Sample.Catalogue(), files));

        Assert.Empty(OwnTemplate.Check(files));
        var text = $"{Readable.Of(post.Lead)}\n\n{Mark().Replace(Readable.Of(post.Body), "")}";
        Assert.StartsWith(blocks[2].TrimEnd(), text, StringComparison.Ordinal);
        Assert.Contains("The evenings are free, thanks to our friends.\n\n#AsianTalk #Tokyo", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limits_are_those_of_the_check()
    {
        Assert.Equal((20_000, 1_000, 20), (TemplateCheck.MaxLength, TemplateCheck.MaxTags, OpenBlocks.MaxDepth));
        Assert.Contains("20,000 characters and 1,000 tags in a file, 20 blocks in each other", Page, StringComparison.Ordinal);
    }

    private static void AssertRows(string heading, TemplateScope scope) =>
        Assert.Equal(
            scope.Names.Select(name => $"{name} {(scope.ItemOf(name) is not null ? "list" : scope.IsFlag(name) ? "yes or no" : "value")}"),
            Rows(heading)
                .Select(row => $"{row.Name} {(row.Kind is "text" or "long text" or "time" or "address" ? "value" : row.Kind)}")
                .Order(StringComparer.Ordinal));

    private static IEnumerable<(string Name, string Kind)> Rows(string heading)
    {
        var lines = Page.ReplaceLineEndings("\n").Split('\n');
        return lines
            .SkipWhile(line => line.TrimStart('#', ' ') != heading || !line.StartsWith('#'))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));
    }

    private static string Read()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "BotHost.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("BotHost.sln stands nowhere above the tests.");
        }

        return File.ReadAllText(Path.Combine(directory.FullName, "docs", "templates.md"));
    }

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"^```\w+\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"<h\d> |<[^>]*>")]
    private static partial Regex Mark();
}
