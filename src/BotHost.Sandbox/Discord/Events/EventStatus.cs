namespace BotHost.Sandbox.Discord.Events;

/// <summary>How far an event is, as Discord numbers it.</summary>
internal enum EventStatus
{
    Scheduled = 1,
    Active = 2,
    Completed = 3,
    Cancelled = 4,
}
