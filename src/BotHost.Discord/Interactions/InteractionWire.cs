using System.Text.Json;
using BotHost.Discord.Rendering;
using BotHost.Discord.Rest;

namespace BotHost.Discord.Interactions;

/// <summary>The calls that answer one interaction.</summary>
internal sealed class InteractionWire(DiscordClient client, TimeProvider time)
{
    private const int Tries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The first answer, which the platform takes for 3 s. It refuses a repeat of one that it took (40060), so one repeat is safe.</summary>
    public Task<RestAnswer> AnswerAsync(InteractionPayload interaction, CallbackBody body, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(body, DiscordJson.Shared.CallbackBody);
        var call = new RestCall(HttpMethod.Post, "/interactions/{id}/{token}/callback", $"/interactions/{interaction.Id}/{interaction.Token}/callback", "", json)
        {
            IsInteraction = true,
            Timeout = TimeSpan.FromSeconds(10),
        };
        return SendAsync(call, wait: TimeSpan.Zero, tries: 2, repeatUnheard: true, cancellationToken);
    }

    /// <summary>Gives the first answer, or the pressed message, its final form.</summary>
    public Task<RestAnswer> EditAsync(InteractionPayload interaction, MessageBody message, CancellationToken cancellationToken) =>
        SendAsync(Webhook(HttpMethod.Patch, interaction, "/messages/@original", Write(message)), Pause, Tries, repeatUnheard: true, cancellationToken);

    public Task<RestAnswer> DeleteAsync(InteractionPayload interaction, CancellationToken cancellationToken) =>
        SendAsync(Webhook(HttpMethod.Delete, interaction, "/messages/@original", body: null), Pause, Tries, repeatUnheard: true, cancellationToken);

    /// <summary>One more message; never repeated unless it surely did not leave.</summary>
    public Task<RestAnswer> FollowUpAsync(InteractionPayload interaction, MessageBody message, bool ephemeral, CancellationToken cancellationToken)
    {
        var body = Write(ephemeral ? message with { Flags = MessageFlags.Ephemeral } : message);
        return SendAsync(Webhook(HttpMethod.Post, interaction, "", body), Pause, Tries, repeatUnheard: false, cancellationToken);
    }

    private static string Write(MessageBody message) => JsonSerializer.Serialize(message, DiscordJson.Shared.MessageBody);

    private static RestCall Webhook(HttpMethod method, InteractionPayload interaction, string rest, string? body) =>
        new(method, $"/webhooks/{{application}}/{{token}}{rest}", $"/webhooks/{interaction.ApplicationId}/{interaction.Token}{rest}", "", body)
        {
            IsInteraction = true,
        };

    private async Task<RestAnswer> SendAsync(RestCall call, TimeSpan wait, int tries, bool repeatUnheard, CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await client.SendAsync(call, cancellationToken);
            tries--;
            if (tries == 0 || PauseBefore(answer, wait, repeatUnheard) is not { } pause || pause > LongestPause)
            {
                return answer;
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static TimeSpan? PauseBefore(RestAnswer answer, TimeSpan wait, bool repeatUnheard) => answer switch
    {
        RestAnswer.NotSent => wait,
        RestAnswer.Unheard when repeatUnheard => wait,
        RestAnswer.Replied { Status: 429 } limited => TooManyRequests.Read(limited.Rate, ApiError.Parse(limited.Body)).Wait,
        RestAnswer.Replied { Status: >= 500 } when repeatUnheard => wait,
        _ => null,
    };
}
