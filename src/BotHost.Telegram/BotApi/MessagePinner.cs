using System.Globalization;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Pins a message without a sound, and unpins it.</summary>
internal sealed class MessagePinner(BotApiClient api, RateGate gate)
{
    public async Task<Outcome> PinAsync(ChannelAddress target, string receipt, CancellationToken cancellationToken)
    {
        if (!TryRead(receipt, out var message))
        {
            return Unnamed(receipt);
        }

        var pin = new PinChatMessage(new ChatRef(target.Id), message, DisableNotification: true);
        return await WaitAsync(target, cancellationToken)
            ?? PinOutcomes.OfPin(await api.CallAsync("pinChatMessage", pin, TelegramJson.Wire.PinChatMessage, cancellationToken), receipt);
    }

    public async Task<Outcome> UnpinAsync(ChannelAddress target, string receipt, CancellationToken cancellationToken)
    {
        if (!TryRead(receipt, out var message))
        {
            return Unnamed(receipt);
        }

        var unpin = new UnpinChatMessage(new ChatRef(target.Id), message);
        return await WaitAsync(target, cancellationToken)
            ?? PinOutcomes.OfUnpin(await api.CallAsync("unpinChatMessage", unpin, TelegramJson.Wire.UnpinChatMessage, cancellationToken), receipt);
    }

    private static bool TryRead(string receipt, out int message) =>
        int.TryParse(receipt, NumberStyles.None, CultureInfo.InvariantCulture, out message);

    private static Outcome.Rejected Unnamed(string receipt) =>
        new(RejectionScope.Message, $"message '{receipt}' cannot be named in a pin", "report this as a fault of the bot");

    private async ValueTask<Outcome?> WaitAsync(ChannelAddress target, CancellationToken cancellationToken) =>
        await gate.WaitAsync(target.Id, cancellationToken) is Turn.ComeBack back ? new Outcome.Deferred(back.After, "the rate limit of this chat") : null;
}
