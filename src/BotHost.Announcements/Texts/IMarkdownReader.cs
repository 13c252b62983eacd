namespace BotHost.Announcements.Texts;

/// <summary>Reads Markdown into rich text. Raw HTML stays visible as text; unknown URL schemes lose their link.</summary>
public interface IMarkdownReader
{
    RichText Read(string markdown);
}
