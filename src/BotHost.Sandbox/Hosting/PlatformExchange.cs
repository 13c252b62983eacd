using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BotHost.Sandbox.Faults;
using BotHost.Sandbox.Kills;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Hosting;

/// <summary>Carries one platform request through: recorded, accepted, answered, with the planned faults in between.</summary>
internal sealed class PlatformExchange(FaultPlan faults, KillBook kills, PlatformDates dates, SandboxRecord record, TimeProvider clock)
{
    public async Task RunAsync(
        HttpContext context,
        RequestName name,
        Func<CancellationToken, Task<WireReply>> accept,
        Func<double, RateScope, WireReply> tooManyRequests)
    {
        // A request counts once its last byte is here; what breaks off before that never happened.
        var aborted = context.RequestAborted;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, aborted).ConfigureAwait(false);
        body.Position = 0;
        context.Request.Body = body;

        var said = await RequestJson.OfAsync(context.Request, body, aborted).ConfigureAwait(false);
        record.Append(
            new RecordEntry
            {
                Kind = RecordKinds.Request,
                Platform = name.Platform,
                Route = name.Template,
                ChatId = name.ChatId,
                Query = context.Request.QueryString is { HasValue: true, Value: { Length: > 1 } query } ? query[1..] : null,
            },
            said);
        var words = RequestWords.Of(context.Request, said);
        name = name with { ChatId = name.ChatId ?? words.ChatId };
        var hits = faults.Take(name, words);

        var replaced = await MisbehaveAsync(context, name, hits, FaultPhase.BeforeAccept, tooManyRequests).ConfigureAwait(false);
        if (replaced.Over)
        {
            return;
        }

        var reply = replaced.Reply ?? await accept(aborted).ConfigureAwait(false);
        if (reply.Status >= 400 && replaced.Reply is null)
        {
            record.Append(
                new RecordEntry
                {
                    Kind = RecordKinds.Refused,
                    Platform = name.Platform,
                    ChatId = name.ChatId,
                    Route = name.Template,
                    Status = reply.Status,
                    Text = (string?)reply.Body?["message"] ?? (string?)reply.Body?["description"],
                },
                reply.Body?.ToJsonString(SandboxJson.Readable));
        }

        replaced = await MisbehaveAsync(context, name, hits, FaultPhase.AfterAccept, tooManyRequests).ConfigureAwait(false);
        if (replaced.Over)
        {
            return;
        }

        // The platform's clock may have been set while the request was held.
        context.Response.Headers.Date = dates.Of(name.Platform);
        await WriteAsync(context, replaced.Reply ?? reply).ConfigureAwait(false);
        if (hits.Any(hit => hit.Fault.Phase == FaultPhase.AfterAnswer))
        {
            // The server hands bytes to the kernel on a thread of its own and tells nobody; cutting at once would lose them.
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        }

        await MisbehaveAsync(context, name, hits, FaultPhase.AfterAnswer, tooManyRequests).ConfigureAwait(false);
    }

    public static async Task WriteAsync(HttpContext context, WireReply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (header, value) in reply.Headers)
        {
            response.Headers[header] = value;
        }

        var text = reply.Raw ?? reply.Body?.ToJsonString(SandboxJson.Readable);
        if (text is not null)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            response.ContentType = reply.ContentType;
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        }

        await response.CompleteAsync().ConfigureAwait(false);
    }

    private async Task<(bool Over, WireReply? Reply)> MisbehaveAsync(
        HttpContext context, RequestName name, IReadOnlyList<FaultHit> hits, FaultPhase phase, Func<double, RateScope, WireReply> tooManyRequests)
    {
        foreach (var hit in hits.Where(hit => hit.Fault.Phase == phase))
        {
            var action = hit.Fault.Action;
            record.Append(new RecordEntry { Kind = RecordKinds.Fault, Platform = name.Platform, Route = name.Template, ChatId = name.ChatId, Text = Describe(hit.Fault) });
            if (action.StallMilliseconds is { } milliseconds)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, context.RequestAborted).ConfigureAwait(false);
            }

            var killedNow = action.KillPid is { } victim && Kill(victim, hit, name);
            if (action.Reset || killedNow)
            {
                Cut(context, abruptly: phase != FaultPhase.AfterAnswer);
                return (true, null);
            }

            if (action.RetryAfter is { } seconds)
            {
                return (false, tooManyRequests(seconds, action.Scope));
            }

            if (action.Status is { } status)
            {
                return (false, Forged(status, action.Body));
            }
        }

        return (false, null);
    }

    /// <summary>Says whether the kill is done; one that comes later lets the request go on.</summary>
    private bool Kill(int process, FaultHit hit, RequestName name)
    {
        var victim = Victim.Of(process);
        var kill = new CarriedOutKill
        {
            Id = hit.Fault.Id!,
            Pid = process,
            At = KillOccasion.Request,
            WasAlive = false,
            KilledAt = default,
            Platform = name.Platform,
            Route = name.Template,
            ChatId = name.ChatId,
            Phase = hit.Fault.Phase,
            Nth = hit.Nth,
            Containing = hit.Fault.Containing,
        };
        if (hit.Fault.Action.DelayMilliseconds is > 0 and var milliseconds)
        {
            kills.Later(victim, kill, milliseconds);
            return false;
        }

        kills.Now(victim, kill);
        return true;
    }

    private static WireReply Forged(int status, JsonElement? body) => body switch
    {
        null => new WireReply(status) { Raw = "", ContentType = "text/plain" },
        { ValueKind: JsonValueKind.String } text => new WireReply(status) { Raw = text.GetString(), ContentType = "text/html" },
        { } json => new WireReply(status) { Raw = json.GetRawText() },
    };

    private static void Cut(HttpContext context, bool abruptly)
    {
        if (abruptly && context.Features.Get<IConnectionSocketFeature>() is { } connection)
        {
            // Closing without linger is what makes the kernel answer with a reset instead of an orderly end.
            connection.Socket.LingerState = new LingerOption(true, 0);
        }

        context.Abort();
    }

    private static string Describe(SandboxFault fault)
    {
        var action = fault.Action;
        var what = action switch
        {
            { KillPid: { } id, DelayMilliseconds: > 0 and var milliseconds } => $"process {id} to be killed after {milliseconds} ms",
            { KillPid: { } id } => $"process {id} killed",
            { Reset: true } => "connection reset",
            { RetryAfter: { } seconds } => $"429 for {seconds} s",
            { Status: { } status } => $"answered {status}",
            { StallMilliseconds: { } milliseconds } => $"held for {milliseconds} ms",
            _ => "nothing",
        };
        return $"{fault.Phase}: {what}";
    }
}

/// <summary>What a request is called in records and faults; its template holds no id and no token.</summary>
internal sealed record RequestName(string Platform, string Route, string Template, string? ChatId = null);
