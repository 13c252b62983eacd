namespace BotHost.Announcements.Commands;

/// <summary>Tells how the bot stands, from memory.</summary>
public interface IBotStanding
{
    BotStanding Look();
}
