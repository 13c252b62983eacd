using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Carries out a recorded payload once: a text as it stands, a picture together with its file.</summary>
internal sealed class MessageSender(BotApiClient api, PictureLoader pictures)
{
    public async Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken)
    {
        if (RecordedMessage.TryRead(order.Payload) is not { Picture: { } name } message)
        {
            return OutcomeTable.Classify(await api.CallAsync("sendMessage", order.Payload, cancellationToken));
        }

        var (picture, missing) = await pictures.LoadAsync(name, cancellationToken);
        if (picture is null)
        {
            return missing;
        }

        var result = await api.UploadAsync("sendPhoto", message.Parameters, picture, cancellationToken);
        return PictureRefusals.Find(result, picture) ?? OutcomeTable.Classify(result);
    }
}
