using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Lays moderators' changes over a talk's file. Once the file says something else than what was replaced, the file wins.</summary>
internal static class OverriddenTalk
{
    public static Node Apply(Node root, ILookup<string, TalkOverride> overrides, FindingList findings)
    {
        if (overrides.Count == 0 || root is not Node.Mapping mapping || IdsOf(mapping).Select(id => overrides[id]).FirstOrDefault(found => found.Any()) is not { } own)
        {
            return root;
        }

        foreach (var change in own.OrderBy(change => change.Field, StringComparer.Ordinal))
        {
            mapping = Apply(mapping, change, findings);
        }

        return mapping;
    }

    private static Node.Mapping Apply(Node.Mapping mapping, TalkOverride change, FindingList findings)
    {
        var pair = mapping.Pairs.FirstOrDefault(pair => pair.Name == change.Field);
        var written = pair?.Value is { IsBlank: false } value ? value : null;
        var says = (written as Node.Scalar)?.Text.Trim();
        var where = written?.Where ?? mapping.Where;
        if ((written is not null && says is null) || !string.Equals(says, change.ReplacedValue?.Trim(), StringComparison.Ordinal))
        {
            var told = change.ReplacedValue is null ? "was missing" : $"said {Spelling.Quote(change.ReplacedValue)}";
            findings.Note(where, "override-ended", $"{change.MadeBy} changed '{change.Field}' when the file {told}; the file has changed since, and wins", "nothing to do");
            return mapping;
        }

        findings.Note(where, "overridden", $"{change.MadeBy} changed '{change.Field}' to {Spelling.Quote(change.Value ?? "nothing")}, which counts", "write it here to make it last");
        var rest = pair is null ? mapping.Pairs : mapping.Pairs.Remove(pair);
        return change.Value is null
            ? mapping with { Pairs = rest }
            : mapping with { Pairs = rest.Add(new Node.Pair(change.Field, pair?.KeyWhere ?? where, new Node.Scalar(where, change.Value))) };
    }

    private static IEnumerable<string> IdsOf(Node.Mapping talk) => talk.Pairs
        .Where(pair => pair.Name is "id" or "previous_id")
        .SelectMany(pair => pair.Value is Node.Sequence sequence ? sequence.Items : [pair.Value])
        .OfType<Node.Scalar>()
        .Select(scalar => scalar.Text.Trim());
}
