using System.Globalization;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.Rendering;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.BotApi;

/// <summary>Edits a message where it stands: its text, the words below its picture, or the picture.</summary>
internal sealed partial class MessageEditor(BotApiClient api, RateGate gate, PictureLoader pictures, ILogger<MessageEditor> logger)
{
    private const string NoText = "there is no text in the message to edit";

    private const string NoCaption = "there is no caption in the message to edit";

    public Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken)
    {
        if (EditedMessage.TryRead(order) is not { } edited)
        {
            return Task.FromResult<Outcome>(new Outcome.Rejected(
                RejectionScope.Message, $"message '{order.Receipt}' cannot be named in an edit", "report this as a fault of the bot"));
        }

        return edited switch
        {
            { Picture: null } => EditTextAsync(order, edited, cancellationToken),
            { Picture: { } picture } when order.PicturesChanged => EditPictureAsync(order, edited, picture, cancellationToken),

            // Also where no words are to stand below it: there may be some that another layout of the channel had put there.
            _ => EditCaptionAsync(order, edited, cancellationToken),
        };
    }

    private async Task<Outcome> EditTextAsync(EditOrder order, EditedMessage edited, CancellationToken cancellationToken)
    {
        if (await WaitAsync(order, cancellationToken) is { } later)
        {
            return later;
        }

        var result = await api.CallAsync("editMessageText", edited.AsText(), cancellationToken);
        if (!OutcomeTable.Says(result, NoText))
        {
            return OutcomeTable.ClassifyEdit(result, order.Receipt);
        }

        // The message shows a picture, which no edit can take away; the words below it can be corrected all the same.
        if (edited.Words is { } words && words.Length > TextRoom.Caption.MaxLength)
        {
            return new Outcome.Rejected(
                RejectionScope.Message,
                string.Create(CultureInfo.InvariantCulture, $"the message shows a picture, below which {TextRoom.Caption.MaxLength:N0} characters fit, and the text has {words.Length:N0}"),
                "shorten the talk's texts, or delete the message and post the talk again");
        }

        return await WaitAsync(order, cancellationToken)
            ?? OutcomeTable.ClassifyEdit(await api.CallAsync("editMessageCaption", edited.AsCaption(), cancellationToken), order.Receipt);
    }

    /// <summary>What the words say counts more than what the picture shows: where no picture can be had, they are corrected without it.</summary>
    private async Task<Outcome> EditPictureAsync(EditOrder order, EditedMessage edited, string picture, CancellationToken cancellationToken)
    {
        var outcome = await ReplacePictureAsync(order, edited, picture, cancellationToken);
        if (outcome is not Outcome.Rejected { Scope: RejectionScope.Picture } refused)
        {
            return outcome;
        }

        Log.PictureStays(logger, order.Receipt, order.Target.Id, refused.Reason, refused.Remedy);
        return await WaitAsync(order, cancellationToken)
            ?? OutcomeTable.ClassifyEdit(await api.CallAsync("editMessageCaption", edited.AsCaption(), cancellationToken), order.Receipt);
    }

    private async Task<Outcome> EditCaptionAsync(EditOrder order, EditedMessage edited, CancellationToken cancellationToken)
    {
        if (await WaitAsync(order, cancellationToken) is { } later)
        {
            return later;
        }

        var result = await api.CallAsync("editMessageCaption", edited.AsCaption(), cancellationToken);
        return OutcomeTable.Says(result, NoCaption)
            ? await ReplacePictureAsync(order, edited, edited.Picture!, cancellationToken)
            : OutcomeTable.ClassifyEdit(result, order.Receipt);
    }

    /// <summary>Also puts a picture into a message of text.</summary>
    private async Task<Outcome> ReplacePictureAsync(EditOrder order, EditedMessage edited, string name, CancellationToken cancellationToken)
    {
        var (picture, missing) = await pictures.LoadAsync(name, cancellationToken);
        if (picture is null)
        {
            return missing;
        }

        if (await WaitAsync(order, cancellationToken) is { } later)
        {
            return later;
        }

        var result = await api.UploadAsync("editMessageMedia", edited.AsMedia(), picture, cancellationToken);
        return PictureRefusals.Find(result, picture) ?? OutcomeTable.ClassifyEdit(result, order.Receipt);
    }

    private async ValueTask<Outcome?> WaitAsync(EditOrder order, CancellationToken cancellationToken) =>
        await gate.WaitAsync(order.Target.Id, cancellationToken) is Turn.ComeBack back ? new Outcome.Deferred(back.After, "the rate limit of this chat") : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Message} in chat {Chat} keeps the picture that it has; its words are corrected all the same: {Reason}; {Remedy}")]
        public static partial void PictureStays(ILogger logger, string message, string chat, string reason, string remedy);
    }
}
