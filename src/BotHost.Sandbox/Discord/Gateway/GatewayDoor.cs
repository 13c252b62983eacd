using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Discord.Gateway;

/// <summary>Opens a Gateway v10 connection, and ends it in order.</summary>
internal sealed class GatewayDoor(DiscordState state, TimeSpan heartbeatInterval)
{
    public async Task ServeAsync(HttpContext context, CancellationToken stopping)
    {
        var query = context.Request.Query;
        using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        var connection = new GatewayConnection(socket, query["compress"] == "zlib-stream", context.Abort);
        var writing = connection.WriteAllAsync(ended.Token);

        if (query["v"] != "10")
        {
            connection.Close(4012, "Invalid API version");
        }
        else if (query["encoding"].ToString() is not ("" or "json") || query["compress"].ToString() is not ("" or "zlib-stream"))
        {
            connection.Close(4002, "The sandbox speaks encoding=json, with compress=zlib-stream at most");
        }

        var conversation = new GatewayConversation(state, connection, heartbeatInterval);
        int? code;
        using (conversation.Begin())
        {
            code = await connection.ReadAllAsync(conversation.Receive, ended.Token).ConfigureAwait(false);
        }

        lock (state.Gate)
        {
            state.Gateway.Ended(connection, code);
        }

        if (code is not null && connection.ClosedByUs is null)
        {
            connection.Close(code.Value is >= 1000 and < 5000 and not (1005 or 1006) ? code.Value : 1000, "");
        }
        else
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }

        await writing.ConfigureAwait(false);
    }
}
