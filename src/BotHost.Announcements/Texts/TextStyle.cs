namespace BotHost.Announcements.Texts;

/// <summary>How a run of text is set off.</summary>
public enum TextStyle
{
    Strong,
    Emphasis,
    Strikethrough,
}
