using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Announcements.Reports;

/// <summary>Something that was not posted as planned.</summary>
/// <param name="Mark">Keeps it from everything else that the moderators are told; the same after a restart.</param>
/// <param name="Line">For people.</param>
public sealed record Shortfall(string Mark, string Line)
{
    /// <summary>The post; null where it is about a channel.</summary>
    public DeliveryKey? Post { get; init; }

    /// <summary>The refused post that a moderator may order to be tried again.</summary>
    public DeliveryKey? Refused { get; init; }

    /// <summary>Whether it is about a channel that takes nothing, not about a post.</summary>
    public bool IsPlace => Post is null;

    /// <summary>Whether trying again may help.</summary>
    public bool CanBeTriedAgain { get; init; }
}
