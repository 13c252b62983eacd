using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery;

/// <summary>Tells the moderators, through the ledger, that an edited config is not in force, and when all is well again.</summary>
/// <remarks>Each may be asked as often as one likes, in one process or after a restart: what was told is not told again.</remarks>
public interface IConfigReports
{
    /// <param name="occasion">Names this broken edit: the same one is told once, another one again.</param>
    /// <param name="errors">What is wrong; the first few of them are shown.</param>
    /// <returns>False where it is worth asking again after a while, because a message came back or a platform is not usable now.</returns>
    Task<bool> TellRejectedAsync(string occasion, IReadOnlyList<Finding> errors, CancellationToken cancellationToken);

    /// <summary>Says that the config is right again, to whoever was told that it is not and has not heard since.</summary>
    /// <returns>False where it is worth asking again after a while.</returns>
    Task<bool> TellMendedAsync(CancellationToken cancellationToken);
}
