namespace BotHost.Announcements.Talks;

/// <summary>A text as the organiser wrote it, and where each of its characters stands in the file.</summary>
/// <param name="text">The value, with its line breaks as <c>\n</c>.</param>
/// <param name="where">The place of a character, by its index in the text.</param>
public sealed class SourceText(string text, Func<int, SourceSpan> where)
{
    public string Text { get; } = text;

    public SourceSpan Where => where(0);

    /// <summary>The place of one character.</summary>
    /// <param name="index">From 0 to the text's length.</param>
    public SourceSpan At(int index) => where(index);

    public override string ToString() => Text;
}
