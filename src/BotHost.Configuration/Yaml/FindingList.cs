using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Yaml;

/// <summary>Collects every finding of a reading, so that all of them are told at once.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];

    /// <summary>What the files have switched off.</summary>
    public IgnoredRules Ignored { get; } = new();

    public bool HasErrors => _findings.Exists(finding => finding.Severity == Severity.Error);

    public void Error(SourceSpan where, string rule, string text, string remedy) =>
        Add(new Finding(Severity.Error, where, rule, text, remedy));

    public void Warning(SourceSpan where, string rule, string text, string remedy) =>
        Add(new Finding(Severity.Warning, where, rule, text, remedy));

    public void Note(SourceSpan where, string rule, string text, string remedy) =>
        Add(new Finding(Severity.Note, where, rule, text, remedy));

    public void Add(Finding finding) => _findings.Add(finding);

    public void WrongKind(Node node, string what, string wanted)
    {
        if (node is not Node.Refused)
        {
            Error(node.Where, "wrong-kind", $"{what} is {node.Kind}", $"write {wanted}");
        }
    }

    /// <summary>Reads one text in a form; null after a finding.</summary>
    public T? Parse<T>(Node node, string what, Form<T> form)
    {
        if (node is not Node.Scalar scalar)
        {
            WrongKind(node, what, form.Example);
            return default;
        }

        var value = form.Parse(scalar.Text.Trim());
        if (value is null)
        {
            Error(node.Where, form.Rule, $"{what}: {Spelling.Quote(scalar.Text)} is not {form.Noun}", form.RemedyFor(scalar.Text.Trim()));
        }

        return value;
    }

    public ImmutableArray<Finding> Sorted() =>
        [.. _findings.Where(finding => !Ignored.Covers(finding)).OrderBy(finding => finding.Where).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
}
