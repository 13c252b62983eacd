namespace BotHost.EndToEnd.Tests.Goldens;

/// <summary>Whole posts, as they leave the process, against files that people have read.</summary>
public sealed class GoldenPostTests
{
    public static TheoryData<string> Names => [.. GoldenCase.All.Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sample_talk_is_posted_as_the_file_says(string name)
    {
        var golden = GoldenCase.All.Single(one => one.Name == name);
        var text = GoldenFile.Text(golden.Render());
        if (Environment.GetEnvironmentVariable(GoldenFile.WriteThem) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(GoldenFile.PathOf(golden))!);
            File.WriteAllText(GoldenFile.PathOf(golden), text);
        }

        Assert.Equal(File.ReadAllText(GoldenFile.PathOf(golden)).ReplaceLineEndings("\n"), text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_file_shows_is_what_was_sent(string name)
    {
        var golden = GoldenCase.All.Single(one => one.Name == name);
        var read = GoldenFile.Read(golden);

        Assert.All(golden.Render(), step => Assert.Equal(
            step.Payloads.Select(payload => System.Text.Json.Nodes.JsonNode.Parse(payload)!.ToJsonString()),
            read[step.Step].Select(payload => System.Text.Json.Nodes.JsonNode.Parse(payload)!.ToJsonString())));
    }
}
