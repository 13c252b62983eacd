using System.Collections.Immutable;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>The answers to an edit, where they mean something else than the same answers to a create.</summary>
internal static class EditOutcomes
{
    /// <summary>How long an edit in an archived thread waits for a post that opens it.</summary>
    public static readonly TimeSpan ArchivedWait = TimeSpan.FromHours(1);

    private const int TooManyEditsOfOldMessages = 30046;
    private const int TooManyEditsOfAnnouncements = 20022;

    public static Outcome Classify(RestAnswer answer, string target, ImmutableArray<PictureBytes> pictures = default)
    {
        if (answer is not RestAnswer.Replied { IsSuccess: false, IsPlatforms: true } replied || ApiError.Parse(replied.Body) is not { } error)
        {
            return CreateOutcomes.Classify(answer, target, pictures);
        }

        var words = $"Discord answered {replied.Status}: {error}";
        return error.Code switch
        {
            TooManyEditsOfOldMessages or TooManyEditsOfAnnouncements => new Outcome.Deferred(CreateOutcomes.ToldWaitOrUnnamed(replied, error), words),
            10008 => new Outcome.Rejected(RejectionScope.Message, words, "the message was deleted: nothing is left to correct"),
            50005 => new Outcome.Rejected(RejectionScope.Message, words, "another bot wrote this message: it has to correct it"),
            // An archived thread takes posts all the same, and the next one opens it again: it must not be set aside because of an edit.
            50083 => new Outcome.Deferred(ArchivedWait, $"{words}: the thread {target} is archived"),
            160005 => new Outcome.Rejected(RejectionScope.Target, words, $"the thread {target} is locked: its messages stay as they are"),
            _ => CreateOutcomes.Classify(answer, target, pictures),
        };
    }
}
