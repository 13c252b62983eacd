using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Tests.Lint.Names;

/// <summary>An entry whose every text stands on one line of a file of its own, from the first column on.</summary>
internal sealed class FakeMap(params (string Path, string Text)[] texts) : ISourceMap
{
    public IEnumerable<KeyValuePair<string, SourceText>> Texts => texts.Select(text => KeyValuePair.Create(text.Path, Read(text.Path, text.Text)));

    public SourceSpan Where(string path) => new(path, 1, 1);

    public SourceText? Text(string path) =>
        texts.Where(text => text.Path == path).Select(text => Read(text.Path, text.Text)).FirstOrDefault();

    private static SourceText Read(string path, string text) => new(text, index => new SourceSpan(path, 1, index + 1));
}
