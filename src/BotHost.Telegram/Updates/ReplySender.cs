using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;
using BotHost.Telegram.Rendering;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Updates;

/// <summary>Puts an answer where it belongs: below the question, in place of the pressed message, or in the asker's private chat.</summary>
internal sealed partial class ReplySender(BotApiClient api, BotStanding standing, RateGate gate, ILogger<ReplySender> logger)
{
    public async Task SendAsync(IncomingAsk ask, Reply reply, CancellationToken cancellationToken)
    {
        var rendered = ReplyRenderer.Render(reply, ask.Command.Locale);
        if (rendered.Text.IsEmpty)
        {
            Log.AnswerEmpty(logger, ask.Command.Name);
            return;
        }

        // What is for one person's eyes does not take the place of a message that a group can read.
        var forOneOfMany = reply.Private && !ask.IsPrivateChat;
        if (!forOneOfMany && reply.ReplacesPressed && ask.Command.IsPress && await ReplaceAsync(ask, rendered, cancellationToken))
        {
            return;
        }

        if (!forOneOfMany)
        {
            await PostAsync(ask, Below(ask, rendered), cancellationToken);
            return;
        }

        var outcome = await PostAsync(ask, new SendMessage
        {
            ChatId = new ChatRef(ask.UserId),
            Text = rendered.Text.Text,
            Entities = rendered.Text.EntityList,
            LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
            ReplyMarkup = rendered.Keyboard,
        }, cancellationToken);
        if (outcome is Outcome.Rejected { Scope: RejectionScope.Target })
        {
            await PostAsync(ask, Below(ask, Invitation()), cancellationToken);
        }
    }

    private static SendMessage Below(IncomingAsk ask, RenderedReply rendered) => new()
    {
        ChatId = new ChatRef(ask.ChatId),
        MessageThreadId = ask.Thread,
        Text = rendered.Text.Text,
        Entities = rendered.Text.EntityList,
        LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
        ReplyParameters = new ReplyParameters(ask.MessageId, AllowSendingWithoutReply: true),
        ReplyMarkup = rendered.Keyboard,
    };

    /// <summary>A bot may not open a private chat by itself; the person has to do it.</summary>
    private RenderedReply Invitation() => ReplyRenderer.Render(
        Reply.Say("This answer is for you alone: open a private chat with me first, press Start, and ask again.") with
        {
            Links = standing.Profile is { } profile
                ? [new LinkButton("Open a private chat", new Uri($"https://t.me/{profile.Username}"))]
                : [],
        },
        locale: null);

    private async Task<bool> ReplaceAsync(IncomingAsk ask, RenderedReply rendered, CancellationToken cancellationToken)
    {
        if (!await TakeTurnAsync(ask, ask.ChatId, cancellationToken))
        {
            return true;
        }

        var edit = new EditMessageText
        {
            ChatId = new ChatRef(ask.ChatId),
            MessageId = ask.MessageId,
            Text = rendered.Text.Text,
            Entities = rendered.Text.EntityList,
            LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
            ReplyMarkup = rendered.Keyboard,
        };
        var result = await api.CallAsync("editMessageText", edit, TelegramJson.Wire.EditMessageText, cancellationToken);
        if (result is ApiResult.Answered { IsOk: true } || IsUnchanged(result))
        {
            return true;
        }

        var outcome = Learn(ask.ChatId, OutcomeTable.Classify(result));
        Log.AnswerFailed(logger, ask.Command.Name, ask.ChatId, Describe(outcome));

        // A message that is gone or can no longer be edited gets a new one below it; a flood wait or a silence does not.
        return outcome is not Outcome.Rejected { Scope: RejectionScope.Message };
    }

    private static bool IsUnchanged(ApiResult result) =>
        result is ApiResult.Answered { Code: 400 } answered
        && answered.Description.Contains("message is not modified", StringComparison.OrdinalIgnoreCase);

    private async Task<Outcome?> PostAsync(IncomingAsk ask, SendMessage message, CancellationToken cancellationToken)
    {
        Outcome? outcome = null;

        // After a 429 the message was surely not taken, so this one refusal may be followed by one more try.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (!await TakeTurnAsync(ask, message.ChatId.Value, cancellationToken))
            {
                return outcome;
            }

            outcome = Learn(
                message.ChatId.Value,
                OutcomeTable.Classify(await api.CallAsync("sendMessage", message, TelegramJson.Wire.SendMessage, cancellationToken)));
            if (outcome is not Outcome.Deferred)
            {
                break;
            }
        }

        if (outcome is not Outcome.Sent)
        {
            Log.AnswerFailed(logger, ask.Command.Name, message.ChatId.Value, Describe(outcome));
        }

        return outcome;
    }

    private async Task<bool> TakeTurnAsync(IncomingAsk ask, string chat, CancellationToken cancellationToken)
    {
        if (await gate.WaitAsync(chat, cancellationToken) is not Turn.ComeBack later)
        {
            return true;
        }

        Log.AnswerTooLate(logger, ask.Command.Name, chat, later.After);
        return false;
    }

    private Outcome Learn(string chat, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Deferred deferred:
                gate.Close(chat, deferred.After);
                break;
            case Outcome.Rejected { Scope: RejectionScope.Bot } rejected:
                standing.Refuse(rejected.Reason, rejected.Remedy);
                break;
        }

        return outcome;
    }

    private static string Describe(Outcome? outcome) => outcome switch
    {
        Outcome.Rejected rejected => rejected.Reason,
        Outcome.Deferred deferred => deferred.Reason,
        Outcome.NotSent notSent => $"not sent: {notSent.Reason}",
        Outcome.Unknown unknown => $"may or may not have arrived: {unknown.Reason}",
        _ => "",
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {Command} was not put into chat {Chat}: {Reason}")]
        public static partial void AnswerFailed(ILogger logger, string command, string chat, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {Command} was dropped, because chat {Chat} takes nothing for {Wait}")]
        public static partial void AnswerTooLate(ILogger logger, string command, string chat, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {Command} had no words, so nothing was sent")]
        public static partial void AnswerEmpty(ILogger logger, string command);
    }
}
