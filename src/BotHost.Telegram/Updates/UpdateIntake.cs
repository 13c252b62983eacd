using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BotHost.Announcements.Commands;
using BotHost.Telegram.BotApi;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Updates;

/// <summary>Takes a batch in: presses are acknowledged, the mark is stored, commands are queued, in this order.</summary>
internal sealed partial class UpdateIntake(
    BotApiClient api,
    BotStanding standing,
    MarkNotes marks,
    ICommandRouter router,
    CommandWorkers workers,
    ChatNames names,
    TimeProvider time,
    ILogger<UpdateIntake> logger)
{
    /// <summary>Returns the mark after the batch.</summary>
    public async Task<PollMark> TakeAsync(
        ImmutableArray<JsonElement> items,
        PollMark mark,
        string markKey,
        BotProfile profile,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var updates = items.Select(Parse).OfType<WireUpdate>().ToList();
        var next = items.Select(IdOf).Where(id => id >= 0).Select(id => id + 1).Append(mark.IsAlive(now) ? mark.Next : 0).Max();
        var fresh = updates.Where(update => !mark.HasTaken(update.UpdateId, now)).DistinctBy(update => update.UpdateId).ToList();

        // The clock of a press runs on the other side, about 15 s; so its acknowledgement waits for nothing.
        var acknowledgements = fresh.ToDictionary(update => update.UpdateId, update => AcknowledgeAsync(update, cancellationToken));
        try
        {
            var after = new PollMark(next, now);
            await marks.KeepAsync(markKey, after, cancellationToken);
            foreach (var update in fresh)
            {
                Notice(update);
                await HandAsync(update, acknowledgements[update.UpdateId], profile, now, cancellationToken);
            }

            return after;
        }
        finally
        {
            await Task.WhenAll(acknowledgements.Values);
        }
    }

    private async Task HandAsync(WireUpdate update, Task acknowledged, BotProfile profile, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (UpdateReader.Read(update, profile.Username, router.Commands, now))
        {
            case UpdateReading.Ask ask:
                await workers.HandAsync(ask.Asked, acknowledged, cancellationToken);
                break;
            case UpdateReading.Nothing nothing:
                Log.UpdateIgnored(logger, update.UpdateId, nothing.Reason);
                break;
        }
    }

    private void Notice(WireUpdate update)
    {
        if ((update.Message?.Chat ?? update.CallbackQuery?.Message?.Chat) is { } chat)
        {
            names.Learn(chat.Id.ToString(CultureInfo.InvariantCulture), chat.Username);
        }

        if (update.Message is { MigrateToChatId: { } newId, Chat: { } old })
        {
            Log.ChatMigrated(logger, old.Id, newId);
            standing.NoteRights();
        }

        if (update.MyChatMember is { Chat: { } place, NewChatMember.Status: { } status })
        {
            Log.MembershipChanged(logger, place.Title ?? "a private chat", place.Id, status);
            standing.NoteRights();
        }
    }

    /// <summary>Never fails: a late or a lost acknowledgement costs a spinner, not the answer.</summary>
    private async Task AcknowledgeAsync(WireUpdate update, CancellationToken cancellationToken)
    {
        if (update.CallbackQuery?.Id is not { } id)
        {
            return;
        }

        var result = await api.CallAsync(
            "answerCallbackQuery", new AnswerCallbackQuery(id), TelegramJson.Wire.AnswerCallbackQuery, cancellationToken);
        if (result is not ApiResult.Answered { IsOk: true })
        {
            Log.PressNotAcknowledged(logger, update.UpdateId);
        }
    }

    private WireUpdate? Parse(JsonElement item)
    {
        try
        {
            return item.Deserialize(TelegramJson.Wire.WireUpdate);
        }
        catch (JsonException error)
        {
            Log.UpdateUnreadable(logger, IdOf(item), error.Path ?? "?");
            return null;
        }
    }

    private static long IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
            ? number
            : -1;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Update {Update} asks nothing of the bot: {Reason}")]
        public static partial void UpdateIgnored(ILogger logger, long update, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} cannot be read at {Path} and is skipped")]
        public static partial void UpdateUnreadable(ILogger logger, long update, string path);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The press of update {Update} could not be acknowledged")]
        public static partial void PressNotAcknowledged(ILogger logger, long update);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Chat {Old} has become {New}: write the new number wherever the config names the old one")]
        public static partial void ChatMigrated(ILogger logger, long old, long @new);

        [LoggerMessage(Level = LogLevel.Information, Message = "In {Title} ({Chat}) the bot is now: {Status}")]
        public static partial void MembershipChanged(ILogger logger, string title, long chat, string status);
    }
}
