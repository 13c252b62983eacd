using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;

namespace BotHost.Configuration.Yaml;

/// <summary>The rules that files have switched off, each with a reason: for one file, or from <c>bothost.yaml</c> for all.</summary>
internal sealed class IgnoredRules
{
    public const string Key = "ignore";

    private const string Everywhere = "";

    private readonly Dictionary<(string File, string Rule), SourceSpan> _ignored = [];

    /// <summary>Takes what a talk or a person switches off for their own file.</summary>
    public void Read(Section section, FindingList findings) => Read(section, section.Where.File, findings);

    /// <summary>Takes what is switched off in every file.</summary>
    public void ReadForAll(Section section, FindingList findings) => Read(section, Everywhere, findings);

    public bool Covers(Finding finding) =>
        finding.Severity is not Severity.Error
        && (_ignored.ContainsKey((finding.Where.File, finding.Rule)) || _ignored.ContainsKey((Everywhere, finding.Rule)));

    /// <summary>Finds the rules that nobody knows, so that a slip of the pen does not look like a switch.</summary>
    public void CheckNames(IReadOnlyCollection<LintRule> rules, FindingList findings)
    {
        foreach (var ((_, name), where) in _ignored)
        {
            var rule = rules.FirstOrDefault(rule => rule.Name == name);
            if (rule is null)
            {
                var guess = Spelling.Nearest(name, rules.Select(rule => rule.Name));
                findings.Error(where, "unknown-rule", $"there is no rule {Spelling.Quote(name)}", guess is null ? "take the name that `check` shows in brackets" : $"did you mean '{guess}'?");
            }
            else if (rule.Severity is Severity.Error)
            {
                findings.Error(where, "error-ignored", $"'{name}' is an error and cannot be switched off", "mend what it finds, and remove this line");
            }
        }
    }

    private void Read(Section section, string file, FindingList findings)
    {
        foreach (var pair in section.Named(Key))
        {
            if (pair.Value.IsBlank)
            {
                findings.Error(pair.KeyWhere, "ignored-without-reason", $"nothing says why {Spelling.Quote(pair.Key)} is switched off", $"write the reason: {pair.Key}: why it is right as it is");
            }
            else if (findings.Parse(pair.Value, pair.Key, Forms.Line) is not null)
            {
                _ignored[(file, pair.Key)] = pair.KeyWhere;
            }
        }
    }
}
