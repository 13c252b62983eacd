using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Telegram;

/// <summary>A photo as Telegram keeps it.</summary>
internal sealed record TelegramFile(string Id, string Name, byte[] Bytes, PictureHeader Picture);
