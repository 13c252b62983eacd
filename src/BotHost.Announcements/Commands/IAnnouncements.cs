using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>Posts a talk's announcement by a moderator's order.</summary>
public interface IAnnouncements
{
    /// <summary>What would be posted at this moment, and where the announcement stands in each channel that takes the talk.</summary>
    Task<AnnouncementPreview> PreviewAsync(TalkId talk, CancellationToken cancellationToken);

    /// <summary>
    /// Posts to every channel where it is pending, through the ledger: what is there already is not repeated.
    /// Says for each channel what happened.
    /// </summary>
    /// <param name="talk">Which talk.</param>
    /// <param name="orderedBy">Who ordered it, as <c>platform:user</c>.</param>
    /// <param name="cancellationToken">Stops before the next channel; what was claimed is recorded.</param>
    Task<IReadOnlyList<AnnouncementResult>> PostNowAsync(TalkId talk, string orderedBy, CancellationToken cancellationToken);

    /// <summary>Holds back the announcement wherever it has not been sent, until somebody orders it. Says for each channel where it stands.</summary>
    Task<IReadOnlyList<AnnouncementResult>> HoldAsync(TalkId talk, string orderedBy, CancellationToken cancellationToken);

    /// <summary>Posts or leaves out what waits for approval.</summary>
    /// <param name="delivery">The delivery's key as text.</param>
    /// <param name="approved">Whether it goes out.</param>
    /// <param name="decidedBy">Who decided, as <c>platform:user</c>.</param>
    /// <param name="cancellationToken">Stops before it is claimed.</param>
    /// <returns>What became of it; null where it is no longer planned, or no longer in time.</returns>
    Task<AnnouncementResult?> DecideAsync(string delivery, bool approved, string decidedBy, CancellationToken cancellationToken);
}
