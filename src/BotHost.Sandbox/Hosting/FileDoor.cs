using BotHost.Sandbox.Discord;
using BotHost.Sandbox.Telegram;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Hosting;

/// <summary>Hands out the files that a bot uploaded: Discord's under their own addresses, Telegram's to the page alone.</summary>
internal sealed class FileDoor(DiscordState discord, TelegramState telegram)
{
    private const string DiscordPath = "/discord/cdn/";
    private const string TelegramPath = "/telegram/cdn/";

    public static bool Takes(string path) => path.StartsWith(DiscordPath, StringComparison.Ordinal) || path.StartsWith(TelegramPath, StringComparison.Ordinal);

    public async Task ServeAsync(HttpContext context, string path)
    {
        if (Find(path) is not var (contentType, bytes))
        {
            await PlatformExchange.WriteAsync(context, new WireReply(404)).ConfigureAwait(false);
            return;
        }

        // Whatever a bot uploaded is never run as a page of this origin.
        context.Response.Headers["Content-Security-Policy"] = "sandbox; default-src 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = contentType.StartsWith("image/", StringComparison.Ordinal) ? contentType : "application/octet-stream";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private (string ContentType, byte[] Bytes)? Find(string path)
    {
        if (path.StartsWith(DiscordPath, StringComparison.Ordinal))
        {
            lock (discord.Gate)
            {
                return discord.Files.FirstOrDefault(pair => Uri.UnescapeDataString(pair.Key) == path).Value is { } file ? (file.ContentType, file.Bytes) : null;
            }
        }

        lock (telegram.Gate)
        {
            return telegram.Files.Find(path[TelegramPath.Length..]) is { } photo ? (photo.Picture.ContentType, photo.Bytes) : null;
        }
    }
}
