using System.Globalization;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Lint;

/// <summary>Slips in the names of real announcements, through real files.</summary>
public sealed class NameSlipTests(ITestOutputHelper output)
{
    private const int Variants = 500;
    private const int DefaultSeed = 20270120;

    /// <summary>Another seed can be set from outside.</summary>
    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("BOTHOST_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : DefaultSeed;

    [Fact]
    public void Nine_of_ten_slips_in_names_are_found_for_what_they_are()
    {
        output.WriteLine($"seed {Seed}");
        var slips = new NameSlips(Seed);
        NamedAnnouncement[] announcements = [RealAnnouncements.AsianTalk, RealAnnouncements.AsianTalk, RealAnnouncements.HarbourEvenings];
        using var config = new ConfigOnDisk();
        config.Delete("talks/a.yaml");
        config.Delete("people/jo.yaml");
        var misses = new List<NameSlip>();

        for (var variant = 0; variant < Variants; variant++)
        {
            var slip = slips.Next(announcements[variant % announcements.Length]);
            foreach (var folder in new[] { "talks", "people" })
            {
                Directory.Delete(Path.Combine(config.Root, folder), recursive: true);
            }

            slip.Announcement.WriteTo(config);
            var found = config.Read(LintRules.AboutNames).Findings;
            var expected = slip.IsOfLetters ? "name-spelling" : "other-given-name";
            if (!found.Any(finding => finding.Rule == expected))
            {
                misses.Add(slip);
            }
        }

        output.WriteLine($"{Variants - misses.Count} of {Variants} found; missed:");
        misses.ForEach(miss => output.WriteLine(miss.ToString()));
        Assert.True(misses.Count * 10 <= Variants, $"seed {Seed}: {misses.Count} of {Variants} missed:\n{string.Join('\n', misses)}");
    }

    [Fact]
    public void Announcements_without_slips_are_read_in_silence()
    {
        NamedAnnouncement[] announcements = [RealAnnouncements.AsianTalk, RealAnnouncements.HarbourEvenings, RealAnnouncements.NightTalks];

        var findings = announcements.SelectMany(announcement => announcement.Read(LintRules.AboutNames).Findings);

        Assert.Empty(findings);
    }

    [Fact]
    public void The_first_announcement_as_published_names_its_guest_in_three_ways()
    {
        var findings = RealAnnouncements.AsianTalkAsPublished.Read(LintRules.AboutNames).Findings;

        Assert.Equal(
            [
                "talks/asian-talk-176.yaml:5:39: warning: 'Masumoto' looks like 'Masutomo' (Takehiro Masutomo) in another spelling; "
                    + "write 'Masutomo', or add the spelling to the person's aliases [name-spelling]",
                "talks/asian-talk-176.yaml:10:37: warning: 'Yudai Masutomo' is not 'Takehiro Masutomo', who is listed; "
                    + "correct the name, add 'Yudai Masutomo' to the person's aliases, or list the other person too [other-given-name]",
            ],
            findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void A_person_without_a_talk_is_noted()
    {
        using var config = new ConfigOnDisk();
        config.Write("people/ann.yaml", "name: Ann Orr\nid: ann\n");

        var finding = Assert.Single(config.Read(LintRules.AboutNames).Findings);

        Assert.Equal((Severity.Note, "unused-person", new SourceSpan("people/ann.yaml", 2, 5)), (finding.Severity, finding.Rule, finding.Where));
    }
}
