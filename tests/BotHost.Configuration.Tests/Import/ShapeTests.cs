namespace BotHost.Configuration.Tests.Import;

public sealed class ShapeTests
{
    public static TheoryData<string> AllShapes => [.. Shapes.Names];

    [Theory]
    [MemberData(nameof(AllShapes))]
    public void An_announcement_becomes_what_its_table_says(string name)
    {
        var (text, expected) = Shapes.Read(name);

        var table = ImportBench.Table(ImportBench.Plan(text));

        Assert.Equal(expected, table);
    }
}
