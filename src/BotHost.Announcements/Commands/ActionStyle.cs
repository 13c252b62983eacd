namespace BotHost.Announcements.Commands;

/// <summary>How a button looks, where the platform can show it.</summary>
public enum ActionStyle
{
    Plain,
    Primary,
    Danger,
}
