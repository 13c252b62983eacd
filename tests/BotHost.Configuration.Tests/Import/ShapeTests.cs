using BotHost.TestKit.Announcements;

namespace BotHost.Configuration.Tests.Import;

public sealed class ShapeTests
{
    public static TheoryData<string> AllShapes => [.. Shapes.Names];

    public static TheoryData<string> RealOnes => [.. RealAnnouncements.Names];

    [Theory]
    [MemberData(nameof(AllShapes))]
    public void An_announcement_becomes_what_its_table_says(string name)
    {
        var (text, expected) = Shapes.Read(name);

        var table = ImportBench.Table(ImportBench.Plan(text));

        Assert.Equal(expected, table);
    }

    [Theory]
    [MemberData(nameof(RealOnes))]
    public void A_real_announcement_keeps_every_value(string name)
    {
        var expected = Shapes.ReadReal(name);

        var table = ImportBench.Table(ImportBench.Plan(RealAnnouncements.Read(name)));

        Assert.Equal(expected, table);
    }

    [Theory]
    [MemberData(nameof(AllShapes))]
    public void Line_ends_of_another_system_and_a_byte_order_mark_change_nothing(string name)
    {
        var (text, expected) = Shapes.Read(name);

        var table = ImportBench.Table(ImportBench.Plan("\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal)));

        Assert.Equal(expected, table);
    }

    [Fact]
    public void A_new_series_gets_the_heading_and_the_only_campaign()
    {
        var plan = ImportBench.Plan(Shapes.Read("08-japanese-brackets").Text, series: "roji");

        var main = ImportBench.FileOf(plan, "bothost.yaml");

        Assert.Contains("  roji:\n    name: 路地研究会\n    heading: イベントのお知らせ\n    campaign: standard\n", main, StringComparison.Ordinal);
        Assert.Contains("heading: New Event   # above all", main, StringComparison.Ordinal);
        Assert.Equal("roji-12", plan.TalkId);
    }

    [Fact]
    public void The_heading_that_the_series_has_anyhow_is_not_repeated()
    {
        var plan = ImportBench.Plan(RealAnnouncements.Read("asian-talk-176"));

        Assert.DoesNotContain("New Event", ImportBench.FileOf(plan, "talks/"), StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Files, file => file.IsChange);
    }
}
