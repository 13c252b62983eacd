using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Lint;

/// <summary>A copy editor who cries wolf is switched off.</summary>
public sealed class CleanTalkTests
{
    public static TheoryData<string> Reasons => [.. CleanTalks.All.Select(talk => talk.Why)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_clean_talk_is_read_in_silence(string why)
    {
        var talk = CleanTalks.All.Single(talk => talk.Why == why).Talk;

        var findings = talk.Read(LintRules.AboutNames).Findings;

        Assert.Empty(findings);
    }

    [Fact]
    public void The_shipped_sample_is_read_in_silence()
    {
        Assert.Empty(ConfigOnDisk.Read(Path.Combine(ConfigOnDisk.Repository, "config"), LintRules.AboutNames).Findings);
    }

    [Fact]
    public void There_are_thirty_of_them() => Assert.True(CleanTalks.All.Length >= 30);
}
