using BotHost.Storage.Archive;

namespace BotHost.Storage.Tests.Archive;

public sealed class ArchiveReaderTests
{
    private const string Header = """{"format":"bothost-ledger","version":1}""";
    private const string Counters = """{"thing":"counters","deliveries":9,"decisions":9}""";
    private const string Question = """{"thing":"decision","id":1,"verb":"v","subject":"s","askedBy":"b","askedAt":"2027-03-01T12:00:00Z","hash":"h"}""";
    private const string Effect =
        """{"kind":"message","part":1,"position":0,"attempt":1,"state":"sent","reason":"","payload":"p","owner":"o","epoch":0,"inDoubt":false,"firstClaimedAt":"2027-03-01T12:00:00Z","claimedAt":"2027-03-01T12:00:00Z"}""";

    private const string Delivery =
        """{"thing":"delivery","effects":[],"attempts":[],"id":1,"kind":"step","subject":"a","step":"s","occasion":"","target":"forum:1","state":"sent","reason":"","dueAt":"2027-03-01T12:00:00Z","generation":0,"parts":1,"createdAt":"2027-03-01T12:00:00Z","changedAt":"2027-03-01T12:00:00Z"}""";

    [Fact]
    public void What_was_exported_has_no_problem()
    {
        var (lines, problems) = Read(Counters, Delivery, Question);

        Assert.Empty(problems);
        Assert.Equal(3, lines.Count);
    }

    /// <summary>A line in the place of a good one, and what is said of it.</summary>
    public static TheoryData<string, string> BadLines => new()
    {
        { "", "the line cannot be understood" },
        { "nonsense", "the line cannot be understood" },
        { "null", "the line says nothing" },
        { """{"thing":"spell"}""", "the line cannot be understood" },
        { """{"thing":"note","room":"r","key":"k"}""", "the line cannot be understood" },
        { """{"thing":"note","room":"r","key":"k","value":"v","colour":"red"}""", "the line cannot be understood" },
        { """{"thing":"note","room":"r","key":"k","value":null}""", "the line cannot be understood" },
        { """{"thing":"note","room":"r","key":"k","value":"v","value":"w"}""", "the line cannot be understood" },
        { """{"thing":"life","born":"yesterday"}""", "born 'yesterday' is not an instant like 2027-03-01T12:00:00Z" },
        { """{"thing":"override","talk":"No Id","field":"start","madeBy":"b","madeAt":"2027-03-01T12:00:00Z"}""", "'No Id' is no talk's id" },
        { Second("\"id\":2", "\"id\":1"), "there is a second delivery with the id 1" },
        { Question.Replace("\"id\":1", "\"id\":0", StringComparison.Ordinal), "the id 0 is below 1" },
        { Question.Replace("\"id\":1", "\"id\":10", StringComparison.Ordinal), "the counters are lower than ids that are in use" },
        { Counters, "there is a second counters" },
        { Second("\"kind\":\"step\"", "\"kind\":\"stroll\""), "'stroll' is not the kind of a delivery; known are step, digest, notice, report" },
        { Second("\"state\":\"sent\"", "\"state\":\"lost\""), "'lost' is not the state; known are sending, " },
        { Second("forum:1", "forum"), "the target 'forum' names no platform" },
        { Second("\"parts\":1", "\"parts\":0"), "there are no parts" },
        { Second("\"parts\":1", "\"parts\":1,\"facts\":\"{}\""), "facts and factsHash belong together" },
        { Second("\"subject\":\"b\"", "\"subject\":\"a\""), "there is a second delivery with the key step | a | s |  | forum:1" },
        { Second("\"effects\":[]", $"\"effects\":[{Effect},{Effect}]"), "there is a second effect 2 | message | 1" },
        { Second("\"effects\":[]", $"\"effects\":[{Effect.Replace("\"message\"", "\"wave\"", StringComparison.Ordinal)}]"), "'wave' is not the kind of an effect" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_line_that_the_ledger_could_not_work_with_is_named(string line, string problem)
    {
        var (_, problems) = Read(Counters, Delivery, line);

        var found = Assert.Single(problems);
        Assert.Contains(problem, found.Text, StringComparison.Ordinal);
        Assert.InRange(found.Line, 4, 5);
        Assert.NotEmpty(found.Remedy);
    }

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var (_, problems) = Read(Counters, "nonsense", """{"thing":"life","born":"x","lastSignOfLife":"y"}""", "more nonsense");

        Assert.Equal([3, 4, 4, 5], problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("", "this is no exported ledger")]
    [InlineData("minutes of our meeting\n", "this is no exported ledger")]
    [InlineData("""{"format":"recipes","version":1}""", "this is no exported ledger")]
    [InlineData("""{"format":"bothost-ledger","version":2}""", "it has version 2, and this BotHost reads version 1")]
    [InlineData(Header + "\n" + Counters + "\n", "the file ends too early")]
    [InlineData(Header + "\n" + Counters + "\n{\"thing\":\"end\",\"things\":2}\n", "there were 2 lines between the first and this one, and now there are 1")]
    [InlineData(Header + "\n" + Counters + "\n{\"thing\":\"end\",\"things\":1}\n\n", "there is something behind the last line")]
    [InlineData(Header + "\n{\"thing\":\"end\",\"things\":0}\n", "the line with the counters is missing")]
    public void A_file_that_is_not_a_whole_export_is_refused(string text, string problem)
    {
        var (_, problems) = ArchiveReader.Read(new StringReader(text));

        Assert.Contains(problem, Assert.Single(problems).Text, StringComparison.Ordinal);
    }

    private static string Second(string before, string after) => Delivery
        .Replace("\"id\":1", "\"id\":2", StringComparison.Ordinal)
        .Replace("\"subject\":\"a\"", "\"subject\":\"b\"", StringComparison.Ordinal)
        .Replace(before, after, StringComparison.Ordinal);

    private static (IReadOnlyList<ArchiveLine> Lines, IReadOnlyList<Announcements.Delivery.Ledgers.LedgerImportProblem> Problems) Read(params string[] lines) =>
        ArchiveReader.Read(new StringReader(string.Join('\n', [Header, .. lines, $$"""{"thing":"end","things":{{lines.Length}}}""", ""])));
}
