namespace BotHost.Announcements.Platforms;

/// <summary>What a platform's history says about a message.</summary>
public abstract record LookUp
{
    private LookUp()
    {
    }

    /// <summary>It stands there.</summary>
    /// <param name="Receipt">The platform's message id.</param>
    public sealed record Found(string Receipt) : LookUp;

    /// <summary>The history was read from before the attempt to its end, and it is not there.</summary>
    public sealed record Absent : LookUp;

    /// <summary>The history cannot be read, so that its silence says nothing.</summary>
    /// <param name="Reason">Why, for people.</param>
    public sealed record Unreadable(string Reason) : LookUp;

    /// <summary>It could not be asked now; asking again may succeed.</summary>
    /// <param name="After">Not before this stretch of machine time, where the platform named one.</param>
    /// <param name="Reason">Why, for people.</param>
    public sealed record NotNow(TimeSpan? After, string Reason) : LookUp;
}
