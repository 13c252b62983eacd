using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BotHost.Configuration.Yaml;

/// <summary>Reads YAML text into nodes that know their place.</summary>
/// <remarks>
/// Built from the parser's events instead of the library's own tree, because that one stops at the first duplicate key and
/// resolves aliases before anybody can refuse them.
/// </remarks>
internal sealed class YamlTree
{
    public const int MaxDepth = 16;
    public const int MaxNodes = 20_000;

    private readonly SourceFile _file;
    private readonly FindingList _findings;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private int _nodes;

    private YamlTree(SourceFile file, FindingList findings)
    {
        _file = file;
        _findings = findings;
        _scanner = new Scanner(new StringReader(file.Text));
        _parser = new Parser(_scanner);
    }

    /// <summary>The file's one document; null after a finding.</summary>
    public static Node? Read(SourceFile file, FindingList findings)
    {
        var tree = new YamlTree(file, findings);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException exception)
        {
            YamlProblem.Report(file, exception.Start, exception.Message, findings);
        }
        catch (LimitException exception)
        {
            findings.Error(exception.Where, exception.Rule, exception.Message, exception.Remedy);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // Some malformed input trips the library itself: an unclosed bracket before a key, or one half of a character before another.
            var place = tree._scanner.CurrentPosition;
            var line = file.Text.Split('\n').ElementAtOrDefault((int)place.Line - 1) ?? "";
            YamlProblem.Report(file, place, exception is ArgumentException && line.Contains("\\u", StringComparison.Ordinal)
                ? "The escape code is half of a character"
                : "The value cannot be read, perhaps because a bracket, brace or quote is not closed", findings);
        }

        return null;
    }

    private Node? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _findings.Error(new SourceSpan(_file.Path, 1, 1), "empty-file", "the file holds nothing but space and comments", "write the keys, or remove the file");
            return null;
        }

        var root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _findings.Error(Place(second.Start), "several-documents", "a second document starts here", "put it into a file of its own");
        }

        return root;
    }

    private Node ReadNode(int depth)
    {
        var next = _parser.Current ?? throw new InvalidOperationException("The parser gave no event.");
        var where = Place(next.Start);
        if (depth > MaxDepth)
        {
            throw new LimitException(where, "too-deep", $"the values are nested more than {MaxDepth} deep", "check the indentation");
        }

        if (++_nodes > MaxNodes)
        {
            throw new LimitException(where, "too-many-values", $"the file holds more than {MaxNodes} values", "split it into several files");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _findings.Error(where, "yaml-alias", $"'*{alias.Value}' is a YAML alias", "write the value out, aliases are not read");
            return new Node.Refused(where);
        }

        if (next is not NodeEvent node)
        {
            throw new YamlException(next.Start, next.End, "A value is missing here");
        }

        RefuseAnchorAndTag(where, node);
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            if (scalar.Style is ScalarStyle.Plain)
            {
                WarnOfWordsInComment((int)scalar.End.Index);
            }

            var places = new ScalarPlaces(_file.Path, _file.Text, (int)scalar.Start.Index, where, scalar.Value);
            return new Node.Scalar(where, scalar.Value) { Places = places.Find };
        }

        return _parser.TryConsume<SequenceStart>(out _) ? ReadSequence(where, depth) : ReadMapping(where, depth);
    }

    /// <summary>A sign that stands before a word without a space, as in <c>Evening #12</c>, was hardly meant to begin a comment.</summary>
    private void WarnOfWordsInComment(int end)
    {
        var rest = _file.Text.AsSpan(Math.Min(end, _file.Text.Length));
        var at = rest.Length - rest.TrimStart(' ').Length;
        if (at > 0 && at + 1 < rest.Length && rest[at] == '#' && (char.IsLetterOrDigit(rest[at + 1]) || rest[at + 1] is '_'))
        {
            var before = _file.Text.AsSpan(0, end + at);
            var line = rest[at..];
            var words = line[..(line.IndexOf('\n') is var stop and >= 0 ? stop : line.Length)].ToString();
            _findings.Warning(
                new SourceSpan(_file.Path, before.Count('\n') + 1, end + at - before.LastIndexOf('\n')),
                "words-in-comment",
                $"{Spelling.Quote(words)} is a comment to YAML, and nobody will read it",
                "put the whole text in quotes, or write a space after the # if it is meant as a comment");
        }
    }

    private void RefuseAnchorAndTag(SourceSpan where, NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            _findings.Error(where, "yaml-anchor", $"'&{node.Anchor.Value}' is a YAML anchor", "remove it, anchors and aliases are not read");
        }

        if (!node.Tag.IsEmpty)
        {
            _findings.Error(where, "yaml-tag", $"'{node.Tag}' is a YAML tag", "remove it, every value is read as text");
        }
    }

    private Node.Sequence ReadSequence(SourceSpan where, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new Node.Sequence(where, items.ToImmutable());
    }

    private Node.Mapping ReadMapping(SourceSpan where, int depth)
    {
        _parser.Consume<MappingStart>();
        var pairs = new Dictionary<string, Node.Pair>(StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<Node.Pair>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (CheckKey(key, pairs) is { } text)
            {
                var pair = new Node.Pair(text, key.Where, value);
                pairs.Add(pair.Name, pair);
                order.Add(pair);
            }
        }

        return new Node.Mapping(where, order.ToImmutable());
    }

    private string? CheckKey(Node key, Dictionary<string, Node.Pair> known)
    {
        if (key is not Node.Scalar { Text: var text })
        {
            _findings.WrongKind(key, "a key", "a word");
            return null;
        }

        if (text == "<<")
        {
            _findings.Error(key.Where, "yaml-merge", "'<<' is a YAML merge key", "write the keys out, merging is not done");
            return null;
        }

        if (known.TryGetValue(text.Replace(' ', '_'), out var first))
        {
            _findings.Error(key.Where, "duplicate-key", $"{Spelling.Quote(text)} is given twice, first in line {first.KeyWhere.Line}", "keep one of them");
            return null;
        }

        return text;
    }

    private SourceSpan Place(Mark mark) => new(_file.Path, (int)mark.Line, (int)mark.Column);

    private sealed class LimitException(SourceSpan where, string rule, string text, string remedy) : Exception(text)
    {
        public SourceSpan Where => where;

        public string Rule => rule;

        public string Remedy => remedy;
    }
}
