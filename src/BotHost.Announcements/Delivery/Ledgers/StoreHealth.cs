namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>Whether what is posted can be written down, as the last pass found it. Moderators read it in <c>/status</c>; no report can tell them, because it would have to be claimed.</summary>
public sealed class StoreHealth
{
    private volatile string? _trouble;

    /// <summary>Why nothing can be written down; null where it can.</summary>
    public string? Trouble => _trouble;

    public void Fail(string reason) => _trouble = reason;

    public void Recover() => _trouble = null;
}
