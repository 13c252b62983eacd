using System.Text;
using BotHost.Configuration.Files;
using BotHost.Configuration.Import.Writing;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Import.Planning;

/// <summary>Adds a series to the text of <c>bothost.yaml</c> and leaves every other character as it is.</summary>
internal static class SeriesInsertion
{
    /// <summary>The lines of the new series, to be pasted below <c>series:</c>.</summary>
    public static string Snippet(PlannedSeries series, int indentation = 2, int step = 2)
    {
        var outer = new string(' ', indentation);
        var inner = new string(' ', indentation + step);
        var yaml = new StringBuilder();
        yaml.Append(outer).Append(series.Id).Append(":\n");
        yaml.Append(inner).Append("name: ").Append(YamlText.Scalar(series.Name)).Append('\n');
        if (series.Heading is { } heading)
        {
            yaml.Append(inner).Append("heading: ").Append(YamlText.Scalar(heading)).Append('\n');
        }

        if (series.Campaign is { } campaign)
        {
            yaml.Append(inner).Append("campaign: ").Append(campaign).Append('\n');
        }

        return yaml.ToString();
    }

    /// <summary>The new text of the file; null where the series cannot be added without touching what is there.</summary>
    public static string? Into(SourceFile main, PlannedSeries series)
    {
        var newLine = main.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = main.Text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (Place(main, lines) is not var (index, indentation, step, isFirst))
        {
            return null;
        }

        var added = Snippet(series, indentation, step).TrimEnd('\n').Split('\n').ToList();
        if (isFirst)
        {
            added.Insert(0, "series:");
        }

        if (index > 0 && lines[index - 1].Length > 0 && (isFirst || HasBlankBetweenEntries(main)))
        {
            added.Insert(0, "");
        }

        lines.InsertRange(index, added);
        var text = string.Join(newLine, lines);
        return Holds(main, text, series) ? text : null;
    }

    private static (int Index, int Indentation, int Step, bool IsFirst)? Place(SourceFile main, List<string> lines)
    {
        if (Root(main) is not { } root)
        {
            return null;
        }

        var pair = root.Pairs.FirstOrDefault(pair => pair.Name == "series");
        if (pair is null)
        {
            return (lines is [.., ""] ? lines.Count - 1 : lines.Count, 2, 2, true);
        }

        if (pair.Value is Node.Scalar { IsBlank: true })
        {
            return (pair.KeyWhere.Line, 2, 2, false);
        }

        if (pair.Value is not Node.Mapping { Pairs: [.., var last] } || last.KeyWhere.Line == pair.KeyWhere.Line)
        {
            return null;
        }

        var indentation = last.KeyWhere.Column - 1;
        var step = last.Value is Node.Mapping { Pairs: [var inner, ..] } && inner.KeyWhere.Line > last.KeyWhere.Line ? inner.KeyWhere.Column - last.KeyWhere.Column : 2;
        var end = last.KeyWhere.Line;
        for (var line = end; line < lines.Count && (lines[line].Trim().Length == 0 || lines[line].StartsWith(' ')); line++)
        {
            if (lines[line].Trim().Length > 0)
            {
                end = line + 1;
            }
        }

        return (end, indentation, step, false);
    }

    private static bool HasBlankBetweenEntries(SourceFile main)
    {
        var entries = (Root(main)?.Pairs.FirstOrDefault(pair => pair.Name == "series")?.Value as Node.Mapping)?.Pairs ?? [];
        return entries.Length > 1 && main.Text.Split('\n')[entries[1].KeyWhere.Line - 2].Trim().Length == 0;
    }

    /// <summary>Reads the new text: every old key says what it said, and the new series is there.</summary>
    private static bool Holds(SourceFile main, string text, PlannedSeries series)
    {
        if (Root(main) is not { } before || Root(main with { Text = text }) is not { } after)
        {
            return false;
        }

        var old = Flat(before);
        var now = Flat(after);
        var prefix = $"/series/{series.Id}/";
        return now.GetValueOrDefault(prefix + "name/") == series.Name
            && old.Where(entry => entry.Key != "/series/").All(entry => now.GetValueOrDefault(entry.Key) == entry.Value)
            && now.Keys.All(key => old.ContainsKey(key) || key.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Flat(Node root)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        Walk(root, "/");
        return flat;

        void Walk(Node node, string path)
        {
            switch (node)
            {
                case Node.Scalar scalar:
                    flat[path] = scalar.Text;
                    break;
                case Node.Sequence sequence:
                    for (var index = 0; index < sequence.Items.Length; index++)
                    {
                        Walk(sequence.Items[index], $"{path}{index}/");
                    }

                    break;
                case Node.Mapping mapping:
                    foreach (var pair in mapping.Pairs)
                    {
                        Walk(pair.Value, $"{path}{pair.Name}/");
                    }

                    break;
            }
        }
    }

    private static Node.Mapping? Root(SourceFile file) => YamlTree.Read(file, new FindingList()) as Node.Mapping;
}
