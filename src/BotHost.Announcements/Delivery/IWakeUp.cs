namespace BotHost.Announcements.Delivery;

/// <summary>The heart's bell: whoever thinks that something may be due rings it. Ringing is cheap and idempotent.</summary>
public interface IWakeUp
{
    void Wake(string reason);
}
