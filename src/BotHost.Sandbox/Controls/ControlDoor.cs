using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Controls;

/// <summary>The page, and what it and the tests do over HTTP under <c>/sandbox/</c>.</summary>
internal sealed class ControlDoor(SandboxServer server, PageViews views, SandboxOptions options, TimeProvider clock)
{
    /// <summary>Another name of <c>/sandbox/</c>.</summary>
    private const string OtherRoot = "/control/";

    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly DisturbanceControls _disturbances = new(server);
    private readonly RightsControls _rights = new(server);
    private readonly DiscordControls _server = new(server);

    public async Task ServeAsync(HttpContext context, string path)
    {
        path = path.StartsWith(OtherRoot, StringComparison.Ordinal) ? "/sandbox/" + path[OtherRoot.Length..] : path;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";

        if (HttpMethods.IsGet(context.Request.Method) && path == "/sandbox/events")
        {
            await new EventStream(server.Record, Status, clock).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        WireReply reply;
        try
        {
            reply = context.Request.Method switch
            {
                "GET" => Get(context.Request, path),
                "POST" => await PostAsync(context.Request, path).ConfigureAwait(false),
                "DELETE" => _disturbances.Remove(path) ?? Refusal(404, "There is no such thing to remove."),
                _ => Refusal(405, "Use GET, POST or DELETE."),
            };
        }
        catch (ControlRefusedException refused)
        {
            reply = Refusal(400, refused.Message);
        }
        catch (JsonException unreadable)
        {
            reply = Refusal(400, "The request is not the expected JSON: " + unreadable.Message);
        }

        await PlatformExchange.WriteAsync(context, reply).ConfigureAwait(false);
    }

    private SandboxStatus Status()
    {
        var status = options.Status?.Invoke() ?? new SandboxStatus();
        return status with { CampaignTime = status.CampaignTime ?? server.Record.CampaignTime };
    }

    private WireReply Get(HttpRequest request, string path)
    {
        if (PageFiles.Find(path) is var (text, contentType))
        {
            return new WireReply(200) { Raw = text, ContentType = contentType };
        }

        var query = request.Query;
        return path switch
        {
            "/sandbox/record" => new WireReply(200, RecordAfter(query["after"].ToString())),
            "/sandbox/world" => new WireReply(200, views.World()),
            "/sandbox/status" => new WireReply(200, JsonSerializer.SerializeToNode(Status(), SandboxJson.Default.SandboxStatus)),
            "/sandbox/chat" => new WireReply(200, views.Chat(query["platform"].ToString(), query["id"].ToString())),
            "/sandbox/discord/events" => new WireReply(200, views.Events(query["guild"].ToString())),
            "/sandbox/commands" => new WireReply(200, views.Commands(query["platform"].ToString(), query["chat"].ToString(), query["user"].ToString())),
            DisturbanceControls.Faults => new WireReply(200, _disturbances.PlannedFaults),
            DisturbanceControls.Kills => new WireReply(200, _disturbances.CarriedOutKills),
            "/favicon.ico" => new WireReply(204),
            _ => Refusal(404, "There is no such page. The sandbox's own page is /."),
        };
    }

    private async Task<WireReply> PostAsync(HttpRequest request, string path)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        var node = JsonNode.Parse(text.Length == 0 ? "{}" : text);
        switch (path)
        {
            case DisturbanceControls.Faults:
                return _disturbances.AddFaults(node);
            case DisturbanceControls.Kills:
                return _disturbances.PlanKill(node);
            default:
                break;
        }

        var asked = new ControlRequest(node as JsonObject ?? throw new ControlRefusedException("The request must be a JSON object."));
        switch (path)
        {
            case "/sandbox/discord/command":
                return Done("interactionId", server.UseDiscordCommand(asked.Text("channelId"), asked.Text("userId"), asked.CommandText()));
            case "/sandbox/discord/autocomplete":
                var choices = await server.AutocompleteDiscordAsync(
                    asked.Text("channelId"), asked.Text("userId"), asked.CommandText(), request.HttpContext.RequestAborted).ConfigureAwait(false);
                return new WireReply(200, new JsonObject { ["choices"] = choices.DeepClone() });
            case "/sandbox/discord/press":
                return Done("interactionId", server.PressDiscord(asked.Text("messageId"), asked.Text("customId"), asked.Text("userId"), asked.List("values")));
            case "/sandbox/discord/form":
                return Done("interactionId", server.SubmitDiscordForm(asked.Text("interactionId"), asked.Text("userId"), asked.Map("values")));
            case "/sandbox/discord/message":
                return Done("messageId", server.WriteDiscord(asked.Text("channelId"), asked.Text("userId"), asked.Text("text")));
            case "/sandbox/telegram/text":
                return Done("messageId", server.WriteTelegram(asked.Number("chatId"), asked.Number("userId"), asked.Text("text")));
            case "/sandbox/telegram/press":
                return Done("queryId", server.PressTelegram(asked.Number("chatId"), asked.Number("messageId"), asked.Text("data"), asked.Number("userId")));
            case DisturbanceControls.Clock:
                return _disturbances.SetClock(asked);
            case "/sandbox/discord/rights":
                return _rights.OnDiscord(asked);
            case "/sandbox/discord/thread":
                return _server.ChangeThread(asked);
            case "/sandbox/discord/event":
                return _server.ChangeEvent(asked);
            case "/sandbox/discord/direct-messages":
                return _rights.DirectMessages(asked);
            case "/sandbox/telegram/rights":
                return _rights.InChat(asked);
            case "/sandbox/gateway":
                return Disturb(asked);
            default:
                return Refusal(404, "There is no such control.");
        }
    }

    private WireReply Disturb(ControlRequest asked)
    {
        var trouble = asked.Text("action") switch
        {
            "reconnect" => GatewayTrouble.Reconnect,
            "invalid-session" => GatewayTrouble.InvalidSession,
            "close" => GatewayTrouble.Close,
            "drop" => GatewayTrouble.Drop,
            var other => throw new ControlRefusedException($"\"{other}\" is no gateway action: use reconnect, invalid-session, close (with code) or drop."),
        };
        server.DisturbGateway(trouble, asked.Optional("code") is null ? 4000 : (int)asked.Number("code"));
        return new WireReply(200, new JsonObject { ["done"] = true });
    }

    private JsonNode RecordAfter(string after)
    {
        var sequence = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return JsonSerializer.SerializeToNode(server.Record.After(sequence), SandboxJson.Default.IReadOnlyListRecordEntry)!;
    }

    private static WireReply Done(string name, JsonNode value) => new(200, new JsonObject { [name] = value });

    private static WireReply Refusal(int status, string error) => new(status, new JsonObject { ["error"] = error });
}
