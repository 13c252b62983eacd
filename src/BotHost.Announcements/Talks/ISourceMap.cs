namespace BotHost.Announcements.Talks;

/// <summary>Where the values of one entry (a talk, a person, a series) stand in its file.</summary>
public interface ISourceMap
{
    /// <summary>Every text of the entry by its path, such as <c>title</c>, <c>people/0/role</c> or <c>translations/ja/summary</c>, in the order of the file.</summary>
    IEnumerable<KeyValuePair<string, SourceText>> Texts { get; }

    /// <summary>The place of the value at a path; the entry's own place where nothing is written there.</summary>
    SourceSpan Where(string path);

    /// <summary>The text at a path as it was written; null where there is none.</summary>
    SourceText? Text(string path);
}
