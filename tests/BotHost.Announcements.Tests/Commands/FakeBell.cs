using BotHost.Announcements.Delivery;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>Counts who rang.</summary>
internal sealed class FakeBell : IWakeUp
{
    public List<string> Rings { get; } = [];

    public void Wake(string reason) => Rings.Add(reason);
}
