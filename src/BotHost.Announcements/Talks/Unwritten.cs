namespace BotHost.Announcements.Talks;

/// <summary>The map of an entry that stands in no file.</summary>
public sealed class Unwritten : ISourceMap
{
    public static Unwritten Instance { get; } = new();

    public IEnumerable<KeyValuePair<string, SourceText>> Texts => [];

    public SourceSpan Where(string path) => SourceSpan.None;

    public SourceText? Text(string path) => null;
}
