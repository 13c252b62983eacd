namespace BotHost.Announcements.Texts;

/// <summary>Reads Markdown into rich text. Raw HTML stays visible as text; unknown URL schemes lose their link.</summary>
public interface IMarkdownReader
{
    /// <param name="markdown">The text.</param>
    /// <param name="dropped">Told of every link that was dropped, in their order; null: nobody wants to know.</param>
    RichText Read(string markdown, Action<DroppedLink>? dropped = null);
}
