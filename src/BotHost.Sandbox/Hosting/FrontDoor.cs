using BotHost.Sandbox.Controls;
using BotHost.Sandbox.Discord;
using BotHost.Sandbox.Discord.Gateway;
using BotHost.Sandbox.Telegram;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Hosting;

/// <summary>Every request comes in here: first the guard, then the platform or page that it is for.</summary>
internal sealed class FrontDoor(
    DiscordDoor discord, TelegramDoor telegram, GatewayDoor gateway, ControlDoor controls, FileDoor files, CancellationToken stopping)
{
    public async Task ServeAsync(HttpContext context)
    {
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.RequestAborted = aborted.Token;
        try
        {
            await RouteAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            // The client left, or the sandbox stops; nobody is there to be answered.
        }
    }

    private async Task RouteAsync(HttpContext context)
    {
        if (LoopbackGuard.Objection(context.Request, context.Connection.LocalPort) is { } objection)
        {
            await PlatformExchange.WriteAsync(context, new WireReply(403) { Raw = objection, ContentType = "text/plain; charset=utf-8" }).ConfigureAwait(false);
            return;
        }

        // Kestrel has decoded the path already; no id or token of either platform holds a character that this could change.
        var path = context.Request.Path.Value ?? "/";
        if (Below(path, DiscordDoor.ApiPath) is { } api)
        {
            await discord.ServeAsync(context, api).ConfigureAwait(false);
        }
        else if (path.TrimEnd('/') == DiscordDoor.GatewayPath)
        {
            await OpenGatewayAsync(context).ConfigureAwait(false);
        }
        else if (FileDoor.Takes(path))
        {
            await files.ServeAsync(context, path).ConfigureAwait(false);
        }
        else if (Below(path, TelegramDoor.Path) is { } method)
        {
            await telegram.ServeAsync(context, method).ConfigureAwait(false);
        }
        else
        {
            await controls.ServeAsync(context, path).ConfigureAwait(false);
        }
    }

    private async Task OpenGatewayAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await gateway.ServeAsync(context, stopping).ConfigureAwait(false);
            return;
        }

        await PlatformExchange.WriteAsync(
            context, new WireReply(426) { Raw = "The gateway is a WebSocket: connect with ws://.", ContentType = "text/plain" }).ConfigureAwait(false);
    }

    private static string? Below(string path, string root) =>
        path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..] : null;
}
