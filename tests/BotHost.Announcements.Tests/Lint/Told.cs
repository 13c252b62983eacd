using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Tests.Lint;

/// <summary>Findings as a table writes them, sorted by place.</summary>
internal static class Told
{
    public static string By(ICatalogueRule rule, TalkCatalogue catalogue)
    {
        var findings = rule.Check(catalogue).OrderBy(finding => finding.Where).ThenBy(finding => finding.Rule, StringComparer.Ordinal).ToList();
        Assert.All(findings, finding =>
        {
            Assert.Contains(rule.Rules, known => known.Name == finding.Rule && known.Severity >= finding.Severity);
            Assert.True(finding.Text.Length > 0 && finding.Remedy.Length > 0 && !finding.ToString().Contains('\n') && finding.Remedy[^1] != '.');
        });
        return string.Join(" | ", findings.Select(finding => $"{finding.Where} {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}"));
    }
}
