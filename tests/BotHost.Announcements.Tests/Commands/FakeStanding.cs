using BotHost.Announcements.Commands;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>Stands as it is told.</summary>
internal sealed class FakeStanding : IBotStanding
{
    public BotStanding Standing { get; set; } = new() { Untold = [], Held = null, Platforms = [("discord", null), ("telegram", null)], Aside = [], Next = [], Open = [] };

    public BotStanding Look() => Standing;
}
