using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Yaml;

/// <summary>Finds the places of an entry's values in the nodes that it was read from.</summary>
internal sealed class NodeMap(Node root) : ISourceMap
{
    // Most rules walk through all of them, and the map of a file that does not change is kept.
    private readonly Lazy<ImmutableArray<KeyValuePair<string, SourceText>>> _texts = new(() => [.. TextsBelow(root, "")]);

    public IEnumerable<KeyValuePair<string, SourceText>> Texts => _texts.Value;

    public SourceSpan Where(string path) => (Find(path) ?? root).Where;

    public SourceText? Text(string path) => Find(path) is Node.Scalar scalar ? scalar.Written : null;

    private static IEnumerable<KeyValuePair<string, SourceText>> TextsBelow(Node node, string path)
    {
        switch (node)
        {
            case Node.Scalar scalar:
                yield return KeyValuePair.Create(path, scalar.Written);
                break;
            case Node.Mapping mapping:
                foreach (var text in mapping.Pairs.SelectMany(pair => TextsBelow(pair.Value, Join(path, pair.Name))))
                {
                    yield return text;
                }

                break;
            case Node.Sequence sequence:
                foreach (var text in sequence.Items.SelectMany((item, index) => TextsBelow(item, Join(path, $"{index}"))))
                {
                    yield return text;
                }

                break;
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";

    private Node? Find(string path)
    {
        Node? node = root;
        foreach (var name in path.Split('/'))
        {
            node = node switch
            {
                Node.Mapping mapping => mapping.Pairs.FirstOrDefault(pair => pair.Name == name)?.Value,
                Node.Sequence sequence when int.TryParse(name, out var index) && index < sequence.Items.Length => sequence.Items[index],
                _ => null,
            };
        }

        return node;
    }
}
