namespace BotHost.Announcements.Reports;

/// <summary>Where a report stands in one place.</summary>
public enum Reach
{
    /// <summary>It is there; an unknown outcome may have been read all the same.</summary>
    Told,

    /// <summary>It is tried again after a while.</summary>
    Waiting,

    /// <summary>Nothing can be sent there now, which may change.</summary>
    Unreachable,

    /// <summary>Somebody decided it before it got here: there is nothing left to tell.</summary>
    Over,

    /// <summary>The platform refused this report, or nobody speaks it here; that does not change by itself.</summary>
    Refused,
}
