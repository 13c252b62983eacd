namespace BotHost.Announcements.Commands;

/// <summary>Carries out what a moderator decided below a report. Whoever calls has checked the rights.</summary>
public interface IReportDecisions
{
    /// <summary>Ends the doubt whether a post is there.</summary>
    /// <param name="delivery">The delivery's key as text.</param>
    /// <param name="isThere">Else it is sent again, if it is still in time.</param>
    /// <param name="decidedBy">Who decided, as <c>platform:user</c>.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>The post's name; null where it is no longer in doubt.</returns>
    Task<string?> EndDoubtAsync(string delivery, bool isThere, string decidedBy, CancellationToken cancellationToken);

    /// <summary>Carries out what was said of posts that a long silence, or an older copy of the ledger, held back.</summary>
    /// <param name="rows">The ledger's rows that were listed.</param>
    /// <param name="answer">The same for each of them.</param>
    /// <param name="decidedBy">Who decided, as <c>platform:user</c>.</param>
    /// <param name="cancellationToken">Stops before the next row.</param>
    /// <returns>How many were still held.</returns>
    Task<int> DecideHeldAsync(IReadOnlyCollection<long> rows, HeldAnswer answer, string decidedBy, CancellationToken cancellationToken);

    /// <summary>Tries the refused posts of these rows again, and every target that was set aside.</summary>
    /// <returns>How many posts and targets there were to try.</returns>
    Task<int> TryAgainAsync(IReadOnlyCollection<long> rows, string decidedBy, CancellationToken cancellationToken);
}
