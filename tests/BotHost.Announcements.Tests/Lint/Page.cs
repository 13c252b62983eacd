using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Tests.Lint;

/// <summary>The texts of an entry whose places are easy to count: each stands in a "file" named after its path, on one line.</summary>
internal sealed class Page(params (string Path, string Text)[] texts) : ISourceMap
{
    public IEnumerable<KeyValuePair<string, SourceText>> Texts => texts.Select(text => KeyValuePair.Create(text.Path, Text(text.Path)!));

    public SourceSpan Where(string path) => Text(path)?.Where ?? new SourceSpan($"({path})", 1, 1);

    public SourceText? Text(string path) => Array.Find(texts, text => text.Path == path) is { Text: { } text }
        ? new SourceText(text, index => new SourceSpan(path, 1, index + 1))
        : null;
}
