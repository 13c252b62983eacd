using BotHost.Configuration.Files;
using BotHost.Configuration.Import.Planning;

namespace BotHost.Configuration.Tests.Import;

public sealed class SeriesInsertionTests
{
    private static readonly PlannedSeries Night = new("night", "夜: a series", "お知らせ", null, "standard", IsNew: true);

    [Fact]
    public void The_new_series_stands_below_the_others_and_everything_else_stays()
    {
        const string before = "# top\nseries:\n  a:\n    name: A # a\n    # in between\n    heading: H\n\n# below\nchannels: []\n";

        var after = Insert(before);

        Assert.Equal(
            "# top\nseries:\n  a:\n    name: A # a\n    # in between\n    heading: H\n  night:\n    name: \"夜: a series\"\n    heading: お知らせ\n    campaign: standard\n\n# below\nchannels: []\n",
            after);
    }

    [Theory]
    [InlineData("community: { name: X }\n", "community: { name: X }\n\nseries:\n  night:\n")]
    [InlineData("community: x", "community: x\n\nseries:\n  night:\n")]
    [InlineData("series:\nchannels: []\n", "series:\n  night:\n")]
    [InlineData("series:\n    a:\n       name: A\nchannels: []\n", "series:\n    a:\n       name: A\n    night:\n       name: ")]
    [InlineData("series:\n  a: { name: A }\n\n  b:\n    name: B\n\n\n", "    name: B\n\n  night:\n    name: ")]
    public void It_is_set_in_as_its_neighbours_are(string before, string expected)
    {
        Assert.Contains(expected, Insert(before), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_stay_as_they_are()
    {
        var after = Insert("series:\r\n  a:\r\n    name: A\r\nchannels: []\r\n");

        Assert.Equal("series:\r\n  a:\r\n    name: A\r\n  night:\r\n    name: \"夜: a series\"\r\n    heading: お知らせ\r\n    campaign: standard\r\nchannels: []\r\n", after);
    }

    [Theory]
    [InlineData("series: {a: {name: A}}\n")]
    [InlineData("series: {}\n")]
    [InlineData("series:\n- a\n")]
    [InlineData("{series: {}}\n")]
    public void What_cannot_grow_without_a_change_is_left_alone(string before)
    {
        Assert.Null(Insert(before));
    }

    private static string? Insert(string text) => SeriesInsertion.Into(new SourceFile("bothost.yaml", [], text), Night);
}
