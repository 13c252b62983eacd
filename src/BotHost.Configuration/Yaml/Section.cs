using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Yaml;

/// <summary>Keys with values, read by name. Opening it reports the keys that nobody knows.</summary>
internal sealed class Section
{
    private readonly Dictionary<string, Node.Pair> _pairs;
    private readonly string _what;
    private readonly FindingList _findings;

    private Section(Node.Mapping mapping, string what, FindingList findings)
    {
        Where = mapping.Where;
        Written = new NodeMap(mapping);
        _what = what;
        _findings = findings;
        _pairs = mapping.Pairs.Where(pair => !pair.Value.IsBlank).ToDictionary(pair => pair.Name, StringComparer.Ordinal);
    }

    public SourceSpan Where { get; }

    /// <summary>The places of everything in it.</summary>
    public ISourceMap Written { get; }

    /// <param name="node">The value to open.</param>
    /// <param name="what">How a finding names it, for example <c>a talk</c>.</param>
    /// <param name="findings">Where problems go.</param>
    /// <param name="keys">The keys that it may have.</param>
    /// <returns>Null after a finding.</returns>
    public static Section? Open(Node node, string what, FindingList findings, ImmutableArray<string> keys)
    {
        if (node is not Node.Mapping mapping)
        {
            findings.WrongKind(node, what, $"keys with values: {string.Join(", ", keys)}");
            return null;
        }

        foreach (var pair in mapping.Pairs.Where(pair => !keys.Contains(pair.Name)))
        {
            var guess = Spelling.Nearest(pair.Name, keys);
            var remedy = guess is null ? $"the keys are {string.Join(", ", keys)}" : $"did you mean '{guess}'?";
            findings.Error(pair.KeyWhere, "unknown-key", $"{Spelling.Quote(pair.Key)} is not a key of {what}", remedy);
        }

        return new Section(mapping, what, findings);
    }

    /// <summary>The value of a key that may be missing.</summary>
    public Node? Find(string key) => _pairs.TryGetValue(key, out var pair) ? pair.Value : null;

    /// <summary>The value of a key that must be there; null after a finding.</summary>
    public Node? Require(string key, string example)
    {
        var node = Find(key);
        if (node is null)
        {
            _findings.Error(Where, "missing-key", $"{_what} has no '{key}'", $"add {key}: {example}");
        }

        return node;
    }

    public T? Read<T>(string key, Form<T> form) =>
        Find(key) is { } node ? _findings.Parse(node, key, form) : default;

    public T? Require<T>(string key, Form<T> form, string example) =>
        Require(key, example) is { } node ? _findings.Parse(node, key, form) : default;

    /// <summary>The items of a list; nothing where the key is missing or no list.</summary>
    public ImmutableArray<Node> Items(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case Node.Sequence sequence:
                return sequence.Items;
            case var other:
                _findings.WrongKind(other, key, $"a list, such as {key}: [...], or one item a line after a dash");
                return [];
        }
    }

    public ImmutableArray<T> List<T>(string key, Form<T> form)
        where T : class =>
        [.. Items(key).Select(item => _findings.Parse(item, key, form)).OfType<T>()];

    /// <summary>Names that lead to something, such as the series of <c>series:</c>.</summary>
    public ImmutableArray<Node.Pair> Named(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case Node.Mapping mapping:
                return mapping.Pairs;
            case var other:
                _findings.WrongKind(other, key, "a name for each entry, with its keys indented below it");
                return [];
        }
    }
}
