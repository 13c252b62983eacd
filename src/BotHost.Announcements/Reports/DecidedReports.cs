using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;

namespace BotHost.Announcements.Reports;

/// <summary>
/// Makes every copy of a report that was decided say so, silently and without its buttons. What is still to be done follows from the ledger alone, so a
/// restart loses nothing; an edit that did not succeed is tried again as corrections are.
/// </summary>
/// <remarks>The copy whose button was pressed is edited as well: its first answer may have got lost.</remarks>
public sealed partial class DecidedReports(
    ITalkSource talks, ILedger ledger, LedgerIndex index, PlatformDirectory platforms, TargetBoard targets, DecidedQuestions decided, Retries retries, ILogger<DecidedReports> logger)
{
    /// <returns>The copies that are tried again when their back-off is over.</returns>
    public async Task<IReadOnlyCollection<DeliveryKey>> RunAsync(CancellationToken cancellationToken)
    {
        var stale = new List<(DeliveryRow Row, ReportSheet Sheet, string Words)>();
        foreach (var row in index.Rows.Where(row => row.State is DeliveryState.Sent).OrderBy(row => row.Id).ToList())
        {
            if (ReportSheet.Read(row) is { IsClosed: false } sheet
                && platforms.WhyHeld(row.Key.Address) is null
                && await decided.FindAsync(sheet.Question, cancellationToken) is { } words)
            {
                stale.Add((row, sheet, words));
            }
        }

        var open = await Task.WhenAll(stale.GroupBy(copy => copy.Row.Key.Address).Select(place => CloseInOrderAsync([.. place], cancellationToken)));
        return [.. open.SelectMany(keys => keys)];
    }

    private async Task<IReadOnlyCollection<DeliveryKey>> CloseInOrderAsync(
        IReadOnlyList<(DeliveryRow Row, ReportSheet Sheet, string Words)> copies, CancellationToken cancellationToken)
    {
        var open = new List<DeliveryKey>();
        foreach (var (row, sheet, words) in copies)
        {
            if (platforms.WhyHeld(row.Key.Address) is null && (!retries.MayTry(Waiting(row.Key)) || !await CloseAsync(row.Key, sheet, words, cancellationToken)))
            {
                open.Add(Waiting(row.Key));
            }
        }

        return open;
    }

    // A repeat of its sending has a wait of its own.
    private static DeliveryKey Waiting(DeliveryKey key) => key with { Step = $"{key.Step}, decided" };

    /// <summary>Whether nothing is left to do here.</summary>
    private async Task<bool> CloseAsync(DeliveryKey key, ReportSheet sheet, string words, CancellationToken cancellationToken)
    {
        // The index keeps no payloads of what was sent.
        var rows = await ledger.ReadAsync([key.Subject], cancellationToken);
        if (rows.FirstOrDefault(row => row.Key == key) is not { } row)
        {
            return true;
        }

        var platform = platforms.Find(key.Address.Platform)!;
        var messages = row.Messages.ToList();
        if (!platform.Abilities.CanEdit || messages.Any(message => message.Receipt is null))
        {
            return await LeaveAsync(row, sheet, "nobody knows which message it is, or the platform edits none", cancellationToken);
        }

        var post = Compose(words) with { Replaces = [.. messages.Select(message => message.Payload)] };
        if (platform.Render(post, Moderators.ChannelAt(key.Address, talks.Current)) is not RenderResult.Fits { Payloads: var payloads } || payloads.Length != messages.Count)
        {
            return await LeaveAsync(row, sheet, "what was decided does not fit into it", cancellationToken);
        }

        foreach (var (message, payload) in messages.Zip(payloads))
        {
            var outcome = await EditAsync(platform, new EditOrder(key.Address, message.Receipt!, payload), key, cancellationToken);
            if (outcome is not Outcome.Sent)
            {
                return await ConcludeAsync(row, sheet, outcome, cancellationToken);
            }
        }

        return await RecordAsync(row, sheet, "", cancellationToken);
    }

    private static Post Compose(string words)
    {
        var lines = words.Split('\n');
        return new Post
        {
            Lead = Page.Words(lines[0]),
            Body = new Page().Paragraph(lines[0]).Bullets(lines.Skip(1).Select(Page.Words)).Build(),
            Silent = true,
        };
    }

    private async Task<Outcome> EditAsync(IChatPlatform platform, EditOrder order, DeliveryKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.EditAsync(order, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The platform room promises outcomes, not exceptions; one copy that cannot be edited must not hold up the others.
            Log.EditFailedUnexpectedly(logger, exception, key);
            return new Outcome.Unknown(exception.GetType().Name);
        }
    }

    private async Task<bool> ConcludeAsync(DeliveryRow row, ReportSheet sheet, Outcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case Outcome.Rejected { Scope: RejectionScope.Bot }:
                // The message was not at fault; the change of the platform's state rings again.
                return true;
            case Outcome.Rejected { Scope: RejectionScope.Target } refused:
                // Nor here: it is edited once the bot may write there again.
                targets.SetAside(row.Key.Address, $"{refused.Reason}; {refused.Remedy}");
                return true;
            case Outcome.Rejected rejected:
                return await LeaveAsync(row, sheet, rejected.Reason, cancellationToken);
            case Outcome.Deferred deferred:
                retries.ComeBackAfter(Waiting(row.Key), deferred.After);
                return false;
            default:
                retries.BackOff(Waiting(row.Key));
                Log.CameBack(logger, row.Key);
                return false;
        }
    }

    // A message that was deleted, for example: what can never succeed is not tried for ever, and its buttons do nothing any more.
    private Task<bool> LeaveAsync(DeliveryRow row, ReportSheet sheet, string reason, CancellationToken cancellationToken)
    {
        Log.Left(logger, row.Key, reason);
        return RecordAsync(row, sheet, $"does not show what was decided: {reason}", cancellationToken);
    }

    private async Task<bool> RecordAsync(DeliveryRow row, ReportSheet sheet, string reason, CancellationToken cancellationToken)
    {
        retries.Forget(Waiting(row.Key));
        await ledger.RecordFactsAsync(row.Key, (sheet with { IsClosed = true }).Write(), reason, cancellationToken);
        await index.RefreshAsync(row.Key.Subject, cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Key} was decided, and could not be made to say so yet")]
        public static partial void CameBack(ILogger logger, DeliveryKey key);

        [LoggerMessage(2, LogLevel.Warning, "{Key} was decided, and keeps its old words: {Reason}")]
        public static partial void Left(ILogger logger, DeliveryKey key, string reason);

        [LoggerMessage(3, LogLevel.Error, "Editing {Key} failed in a way that the platform's room did not foresee")]
        public static partial void EditFailedUnexpectedly(ILogger logger, Exception exception, DeliveryKey key);
    }
}
