using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Discord.History;
using BotHost.Discord.Rest;

namespace BotHost.Discord.Events;

/// <summary>Makes, changes and takes away the events that a server shows for talks.</summary>
/// <remarks>
/// The platform knows no key by which it would discard a repeat. So whatever is to be made is looked for first, and an event of the bot's own with
/// the same name and start is taken for it: that also keeps two channels of one server from announcing one talk twice.
/// </remarks>
internal sealed class GuildEvents(EventWire wire, GuildOfChannel guilds, BotAccount account) : IDisposable
{
    public const string ListTemplate = "/guilds/{guild}/scheduled-events";

    public const string OneTemplate = "/guilds/{guild}/scheduled-events/{event}";

    private const int Scheduled = 1;

    private const int Active = 2;

    private const int Completed = 3;

    private const int Cancelled = 4;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public async Task<Outcome> AdornAsync(OrnamentOrder order, CancellationToken cancellationToken)
    {
        if (order.Made is { } made && !Snowflake.IsValid(made))
        {
            return new Outcome.Rejected(RejectionScope.Message, $"'{made}' names no Discord event", "report this as a fault of the bot");
        }

        var (payload, refusal) = order is { Made: not null, Payload: "" } ? (null, null) : (OrnamentPayload.TryRead(order.Payload, out var malformed), malformed);
        if (refusal is not null)
        {
            return refusal;
        }

        var (guild, failure) = await guilds.FindAsync(order.Target.Id, cancellationToken);
        return guild is null ? failure!
            : order.Made is not { } id ? await MakeAsync(guild, payload!, cancellationToken)
            : payload is not null ? await ChangeAsync(guild, id, payload, cancellationToken)
            : await TakeAwayAsync(guild, id, cancellationToken);
    }

    public void Dispose() => _oneAtATime.Dispose();

    // Two channels of one server may announce a talk in the same moment: neither may look while the other has looked and not yet made.
    private async Task<Outcome> MakeAsync(string guild, JsonObject payload, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await LookAndMakeAsync(guild, payload, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<Outcome> LookAndMakeAsync(string guild, JsonObject payload, CancellationToken cancellationToken)
    {
        var (self, unknown) = await account.FindAsync(cancellationToken);
        if (self is null)
        {
            return unknown is LookUp.NotNow { After: { } after } wait ? new Outcome.Deferred(after, wait.Reason) : new Outcome.NotSent("Discord did not say who the bot is");
        }

        var list = new RestCall(HttpMethod.Get, ListTemplate, $"/guilds/{guild}/scheduled-events", guild, Body: null);
        var (events, failure) = await wire.AskAsync(list, JsonValueKind.Array, cancellationToken);
        if (events is null)
        {
            return failure!;
        }

        if (events.Value.EnumerateArray().FirstOrDefault(one => IsThis(one, self, payload)) is { ValueKind: JsonValueKind.Object } standing)
        {
            return new Outcome.Sent(standing.Text("id"));
        }

        var call = new RestCall(HttpMethod.Post, ListTemplate, $"/guilds/{guild}/scheduled-events", guild, payload.ToJsonString(DiscordJson.Wire));
        var (answer, later) = await wire.SendAsync(call, cancellationToken);
        return answer is null ? later! : EventOutcomes.OfChange(answer, guild, made: null);
    }

    private async Task<Outcome> ChangeAsync(string guild, string id, JsonObject payload, CancellationToken cancellationToken)
    {
        var (answer, later) = await wire.SendAsync(Patch(guild, id, payload), cancellationToken);
        return answer is null ? later! : EventOutcomes.OfChange(answer, guild, id);
    }

    // What has begun cannot be cancelled any more, only ended.
    private async Task<Outcome> TakeAwayAsync(string guild, string id, CancellationToken cancellationToken)
    {
        var (standing, later) = await wire.SendAsync(new RestCall(HttpMethod.Get, OneTemplate, $"/guilds/{guild}/scheduled-events/{id}", guild, Body: null), cancellationToken);
        if (standing is not RestAnswer.Replied { IsSuccess: true } replied)
        {
            return standing is null ? later! : EventOutcomes.OfRemoval(standing, guild) is Outcome.Sent done ? done : EventOutcomes.OfQuestion(standing, guild);
        }

        var status = StatusOf(replied.Body);
        if (status is Completed or Cancelled)
        {
            return new Outcome.Sent("");
        }

        var end = new JsonObject { ["status"] = status is Active ? Completed : Cancelled };
        (var answer, later) = await wire.SendAsync(Patch(guild, id, end), cancellationToken);
        return answer is null ? later! : EventOutcomes.OfRemoval(answer, guild);
    }

    private static RestCall Patch(string guild, string id, JsonObject body) =>
        new(HttpMethod.Patch, OneTemplate, $"/guilds/{guild}/scheduled-events/{id}", guild, body.ToJsonString(DiscordJson.Wire));

    private static bool IsThis(JsonElement standing, string self, JsonObject payload) =>
        standing.Text("creator_id") == self
        && Snowflake.IsValid(standing.Text("id"))
        && standing.Number("status") is Scheduled or Active
        && Plain.Words(standing.Text("name")) == Plain.Words(TextOf(payload, "name"))
        && Moment(standing.Text("scheduled_start_time")) is { } start
        && start == Moment(TextOf(payload, "scheduled_start_time"));

    private static string TextOf(JsonObject payload, string field) => payload[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static int? StatusOf(string body)
    {
        try
        {
            return JsonElement.Parse(body).Number("status");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
