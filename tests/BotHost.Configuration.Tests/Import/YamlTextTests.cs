using System.Text;
using BotHost.Configuration.Import.Writing;

namespace BotHost.Configuration.Tests.Import;

public sealed class YamlTextTests
{
    private static readonly string[] Signs = [.. "aZ9 :#-?,[]{}&*!|>'\"%@`\\/~=.夜「」“”é😀".EnumerateRunes().Select(rune => rune.ToString())];

    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("176", "\"176\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("2027-01-20", "\"2027-01-20\"")]
    [InlineData("Null and void", "Null and void")]
    [InlineData("12 Rooms", "12 Rooms")]
    [InlineData("Title: with a colon", "\"Title: with a colon\"")]
    [InlineData("a # sign", "\"a # sign\"")]
    [InlineData("- dash", "\"- dash\"")]
    [InlineData("\"quoted\"", "\"\\\"quoted\\\"\"")]
    [InlineData("「夜」", "「夜」")]
    [InlineData("https://example.org/a#b?c=d:e", "https://example.org/a#b?c=d:e")]
    public void A_text_is_quoted_only_where_it_must_be(string text, string expected)
    {
        Assert.Equal(expected, YamlText.Scalar(text));
    }

    [Fact]
    public void Any_text_reads_back_as_it_was()
    {
        var seed = Environment.ProcessId;
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Signs[random.Next(Signs.Length)])).Trim();
            if (text.Length == 0)
            {
                continue;
            }

            var read = ImportBench.Value($"id: x\nkey: {YamlText.Scalar(text)}\nlast: y\n", "key");

            Assert.True(text == read, $"seed {seed}: '{text}' was read as '{read}'");
        }
    }

    [Fact]
    public void A_block_keeps_its_lines()
    {
        var yaml = new StringBuilder();

        YamlText.Block(yaml, "summary", ["# one: two", "", "- three", "\\* four"]);

        Assert.Equal("# one: two ¶ - three | \\* four", ImportBench.Value(yaml.ToString(), "summary"));
    }
}
