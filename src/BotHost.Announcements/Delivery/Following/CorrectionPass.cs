using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>
/// Makes sent posts say what the catalogue says: silently, in place, and with as many messages as there were.
/// </summary>
/// <remarks>
/// The new facts are recorded only after every message of a post was edited, so a crash in between leads to the same edit once more.
/// A post is composed as of the moment at which it was sent: "in 7 days" stays true of the day that stands above the message,
/// where the words of today would be wrong tomorrow.
/// </remarks>
public sealed partial class CorrectionPass(
    ILedger ledger, LedgerIndex index, PlatformDirectory platforms, FitLadder ladder, TargetBoard targets, Retries retries, TimeProvider machine, ILogger<CorrectionPass> logger)
{
    private readonly StalePosts _stale = new(platforms);

    public async Task<OpenWork> RunAsync(TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var stale = _stale.In(index.Rows, catalogue, now).GroupBy(post => post.Channel.Address);
        var open = await Task.WhenAll(stale.Select(target => CorrectInOrderAsync([.. target.OrderBy(post => post.Row.DueAt)], catalogue, now, cancellationToken)));
        var rows = open.SelectMany(rows => rows).ToList();
        return new OpenWork([.. rows.Select(row => row.Key)], [.. rows.Select(row => row.DueAt)]);
    }

    private async Task<IReadOnlyList<DeliveryRow>> CorrectInOrderAsync(
        IReadOnlyList<StalePost> stale, TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var open = new List<DeliveryRow>();
        foreach (var post in stale)
        {
            if (!retries.MayTry(post.Row.Key) || !await TryAsync(post, catalogue, now, cancellationToken))
            {
                open.Add(post.Row);
            }
        }

        return open;
    }

    // One post that a fault stands in the way of must not take the others with it.
    private async Task<bool> TryAsync(StalePost post, TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            return await CorrectAsync(post, catalogue, now, cancellationToken);
        }
        catch (Exception exception) when (exception is not LedgerUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            Log.CorrectionFailedUnexpectedly(logger, exception, post.Row.Key);
            retries.BackOff(post.Row.Key);
            return false;
        }
    }

    /// <summary>Whether nothing is left to do here.</summary>
    private async Task<bool> CorrectAsync(StalePost post, TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var rows = await ledger.ReadAsync([post.Row.Key.Subject], cancellationToken);
        if (rows.FirstOrDefault(row => row.Key == post.Row.Key) is not { } row)
        {
            return true;
        }

        switch (Corrections.Decide(row, post.Talk, post.Step, post.Facts, now))
        {
            case Correction.Adopt:
                return await RecordAsync(TakenOver(post, row), "", cancellationToken);
            case Correction.Edit edit:
                return await EditAsync(post, row, edit.Step, catalogue, now, cancellationToken);
            default:
                return true;
        }
    }

    private static StalePost TakenOver(StalePost post, DeliveryRow row) => row.Facts is { } told && FactSheet.AloudOf(told) is { } aloud
        ? post with { Facts = FactSheet.Tell(post.Facts, aloud.TakenOver(post.Talk)) }
        : post;

    private static string WhyOtherShape(int messages) => messages == 1
        ? "the new text does not fit into the one message of the post; shorten it, or delete the post and post the talk again"
        : $"the post stands in {messages} messages, and what it would say now makes another number of them; "
            + "give the channel the layout that the post was sent with, bring the texts to about their old length, or delete the post and post the talk again";

    private async Task<bool> EditAsync(StalePost post, DeliveryRow row, Step step, TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        var platform = platforms.Find(post.Channel.Platform)!;
        await BeginAsync(post, row, cancellationToken);
        if (!await ReviseOrnamentsAsync(post, row, platform, catalogue, now, cancellationToken))
        {
            // One of them is on its way, or nobody knows yet whether it was made: that is found out first.
            retries.BackOff(row.Key);
            return false;
        }

        if (!platform.Abilities.CanEdit)
        {
            return await LeaveAsync(post, $"{platform.Id} edits no messages", cancellationToken);
        }

        var messages = row.Messages.ToList();
        if (messages.Any(message => message.Receipt is null))
        {
            return await LeaveAsync(post, "a person said that the message is there, and nobody knows which one it is; correct it by hand", cancellationToken);
        }

        if (ladder.ClimbTo([.. messages.Select(message => message.Payload)], platform, catalogue, post.Talk, step, post.Channel, row.ChangedAt) is not { } payloads)
        {
            return await LeaveAsync(post, WhyOtherShape(messages.Count), cancellationToken);
        }

        var showsOthers = row.Facts is { } told && FactSheet.ShowOtherPictures(told, post.Facts);
        foreach (var (message, payload) in messages.Zip(payloads))
        {
            var order = new EditOrder(post.Channel.Address, message.Receipt ?? "", payload, showsOthers);
            var outcome = await EditAsync(platform, order, row.Key, cancellationToken);
            if (outcome is not Outcome.Sent)
            {
                return await ConcludeAsync(post, outcome, cancellationToken);
            }
        }

        retries.Forget(row.Key);
        Log.PostCorrected(logger, post.Step.Id, post.Talk.Id, post.Channel.Id);
        return await RecordAsync(post, "", cancellationToken);
    }

    // From here on the post may tell neither what it told nor what is true now. Were that not written down, a talk that is changed back before
    // the correction is through would look as if nothing were to be done.
    private async Task BeginAsync(StalePost post, DeliveryRow row, CancellationToken cancellationToken)
    {
        if (row.Facts is { } told && FactSheet.Begin(told, post.Facts) is var begun && begun.Hash != told.Hash)
        {
            await ledger.RecordFactsAsync(row.Key, begun, row.Reason, cancellationToken);
            await index.RefreshAsync(row.Key.Subject, cancellationToken);
        }
    }

    // Only written down here, before the messages are edited; the pass over the ornaments carries them out, and a crash in between loses nothing.
    private async Task<bool> ReviseOrnamentsAsync(
        StalePost post, DeliveryRow row, IChatPlatform platform, TalkCatalogue catalogue, Instant now, CancellationToken cancellationToken)
    {
        if (post.Step.Kind is not StepKind.Announcement)
        {
            return true;
        }

        foreach (var effect in OrnamentPlan.Revised(row, post.Talk, post.Channel, platform, catalogue, now))
        {
            if (!await ledger.ReviseOrnamentAsync(row.Key, effect, machine.GetUtcNow().ToInstant(), cancellationToken))
            {
                return false;
            }
        }

        await index.RefreshAsync(row.Key.Subject, cancellationToken);
        return true;
    }

    private async Task<Outcome> EditAsync(IChatPlatform platform, EditOrder order, DeliveryKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.EditAsync(order, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The platform room promises outcomes, not exceptions; one post that cannot be edited must not hold up the others.
            Log.EditFailedUnexpectedly(logger, exception, key);
            return new Outcome.Unknown(exception.GetType().Name);
        }
    }

    private async Task<bool> ConcludeAsync(StalePost post, Outcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case Outcome.Rejected { Scope: RejectionScope.Bot }:
                // The message was not at fault; the change of the platform's state rings again.
                return true;
            case Outcome.Rejected { Scope: RejectionScope.Target } refused:
                // Nor here: it is corrected once the bot may write there again.
                targets.SetAside(post.Channel.Address, $"{refused.Reason}; {refused.Remedy}");
                return true;
            case Outcome.Rejected rejected:
                return await LeaveAsync(post, $"{rejected.Reason}; {rejected.Remedy}", cancellationToken);
            case Outcome.Deferred deferred:
                retries.ComeBackAfter(post.Row.Key, deferred.After);
                Log.CorrectionCameBack(logger, post.Row.Key, deferred.Reason);
                return false;
            default:
                retries.BackOff(post.Row.Key);
                Log.CorrectionCameBack(logger, post.Row.Key, outcome switch
                {
                    Outcome.NotSent notSent => notSent.Reason,
                    Outcome.Unknown unknown => unknown.Reason,
                    _ => "",
                });
                return false;
        }
    }

    // Told as it is, with the reason: what can never succeed is not tried for ever.
    private Task<bool> LeaveAsync(StalePost post, string reason, CancellationToken cancellationToken)
    {
        retries.Forget(post.Row.Key);
        Log.PostNotCorrected(logger, post.Row.Key, reason);
        return RecordAsync(post, $"not corrected: {reason}", cancellationToken);
    }

    private async Task<bool> RecordAsync(StalePost post, string reason, CancellationToken cancellationToken)
    {
        await ledger.RecordFactsAsync(post.Row.Key, post.Facts, reason, cancellationToken);
        await index.RefreshAsync(post.Row.Key.Subject, cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Corrected {Step} of {Talk} in {Channel}")]
        public static partial void PostCorrected(ILogger logger, StepId step, TalkId talk, ChannelId channel);

        [LoggerMessage(2, LogLevel.Warning, "Could not correct {Key} yet: {Reason}")]
        public static partial void CorrectionCameBack(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(3, LogLevel.Warning, "{Key} stays as it was posted: {Reason}")]
        public static partial void PostNotCorrected(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(4, LogLevel.Error, "Correcting {Key} failed in a way that the platform's room did not foresee")]
        public static partial void EditFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);

        [LoggerMessage(5, LogLevel.Error, "{Key} could not be corrected because of a fault of the bot; the others are, and it is tried again")]
        public static partial void CorrectionFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);
    }
}
