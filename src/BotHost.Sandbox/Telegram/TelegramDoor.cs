using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;
using BotHost.Sandbox.Telegram.Updates;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Telegram;

/// <summary>Takes requests under <c>/telegram/bot&lt;token&gt;/&lt;method&gt;</c>.</summary>
internal sealed class TelegramDoor
{
    public const string Path = "/telegram";
    private readonly TelegramState _state;
    private readonly PlatformExchange _exchange;
    private readonly UpdateEndpoints _updates;
    private readonly Dictionary<string, (string Name, Func<TelegramArguments, JsonNode?> Handle)> _methods = new(StringComparer.OrdinalIgnoreCase);

    public TelegramDoor(TelegramState state, PlatformExchange exchange, RateWindow window)
    {
        _state = state;
        _exchange = exchange;
        _updates = new UpdateEndpoints(state);
        Commands = new CommandEndpoints(state);
        var rights = new ChatRights(state);
        var messages = new MessageEndpoints(state, rights, window);
        var housekeeping = new HousekeepingEndpoints(state, rights);
        var chats = new ChatEndpoints(state, rights);
        Add("getMe", chats.Self);
        Add("getChat", chats.Get);
        Add("getChatMember", chats.Member);
        Add("getChatAdministrators", chats.Administrators);
        Add("getChatMemberCount", chats.MemberCount);
        Add("answerCallbackQuery", chats.AnswerCallback);
        Add("close", ChatEndpoints.Close);
        Add("logOut", chats.LogOut);
        Add("sendMessage", messages.SendMessage);
        Add("sendPhoto", messages.SendPhoto);
        Add("editMessageMedia", messages.EditMedia);
        Add("editMessageText", messages.EditText);
        Add("editMessageCaption", messages.EditCaption);
        Add("editMessageReplyMarkup", messages.EditMarkup);
        Add("deleteMessage", housekeeping.Delete);
        Add("pinChatMessage", housekeeping.Pin);
        Add("unpinChatMessage", housekeeping.Unpin);
        Add("setMyCommands", Commands.Set);
        Add("getMyCommands", Commands.Get);
        Add("deleteMyCommands", Commands.Delete);
        Add("deleteWebhook", _updates.DeleteWebhook);
        Add("getWebhookInfo", _updates.WebhookInfo);

        void Add(string name, Func<TelegramArguments, JsonNode?> handle) => _methods[name] = (name, handle);
    }

    public CommandEndpoints Commands { get; }

    public Task ServeAsync(HttpContext context, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length != 2 || !segments[0].StartsWith("bot", StringComparison.Ordinal))
        {
            return Refuse(context, new TelegramRefusal(404, "Not Found"));
        }

        var token = segments[0]["bot".Length..];
        var polls = segments[1].Equals("getUpdates", StringComparison.OrdinalIgnoreCase);
        if (!polls && !_methods.ContainsKey(segments[1]))
        {
            return Refuse(context, Objection(token) ?? new TelegramRefusal(404, "Not Found: method not found"));
        }

        var method = polls ? "getUpdates" : _methods[segments[1]].Name;
        return _exchange.RunAsync(
            context,
            new RequestName(TelegramState.Platform, method, method),
            cancellationToken => AcceptAsync(context.Request, token, method, cancellationToken),
            TooMany);
    }

    private async Task<WireReply> AcceptAsync(HttpRequest http, string token, string method, CancellationToken cancellationToken)
    {
        try
        {
            if (Objection(token) is { } objection)
            {
                throw objection;
            }

            if (!HttpMethods.IsGet(http.Method) && !HttpMethods.IsPost(http.Method))
            {
                throw new TelegramRefusal(405, "Method Not Allowed");
            }

            var arguments = await TelegramArguments.ReadAsync(http, cancellationToken).ConfigureAwait(false);
            if (method == "getUpdates")
            {
                return Good(await _updates.GetUpdatesAsync(arguments, cancellationToken).ConfigureAwait(false));
            }

            lock (_state.Gate)
            {
                return Good(_methods[method].Handle(arguments));
            }
        }
        catch (TelegramRefusal refused)
        {
            return Answer(refused);
        }
    }

    /// <summary>What the server has against a token before it looks at the method.</summary>
    private TelegramRefusal? Objection(string token)
    {
        if (token.Length is 0 or > 80 || token[0] == '0' || !token.Contains(':', StringComparison.Ordinal))
        {
            return new TelegramRefusal(401, "Unauthorized: invalid token specified");
        }

        if (!_state.World.Tokens.Contains(token, StringComparer.Ordinal))
        {
            return new TelegramRefusal(401, "Unauthorized");
        }

        return _state.LoggedOut ? new TelegramRefusal(400, "Logged out") : null;
    }

    private Task Refuse(HttpContext context, TelegramRefusal refusal) =>
        _exchange.RunAsync(context, new RequestName(TelegramState.Platform, "unknown", "unknown"), _ => Task.FromResult(Answer(refusal)), TooMany);

    private static WireReply Good(JsonNode? result) => new(200, new JsonObject { ["ok"] = true, ["result"] = result });

    private static WireReply TooMany(double seconds, RateScope scope) => Answer(TelegramRefusal.Flood((int)Math.Ceiling(seconds)));

    private static WireReply Answer(TelegramRefusal refused) => new(refused.Code, refused.Body())
    {
        Headers = refused.RetryAfter is { } seconds ? [new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture))] : [],
    };
}
