using System.Globalization;
using System.Security.Cryptography;
using BotHost.Sandbox;

namespace BotHost.Rehearsal;

/// <summary>Tokens that no platform has given out, in the form that each of them uses.</summary>
internal static class NewTokens
{
    public static string ForDiscord() => $"sandbox.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";

    public static string ForTelegram(long bot) =>
        string.Create(CultureInfo.InvariantCulture, $"{bot}:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(18))}");

    /// <summary>The world with a token wherever it has none: one that was saved from the page comes without them.</summary>
    public static SandboxWorld WhereMissing(SandboxWorld world) => new()
    {
        Discord = world.Discord.Tokens.Count > 0 ? world.Discord : world.Discord with { Tokens = [ForDiscord()] },
        Telegram = world.Telegram.Tokens.Count > 0 ? world.Telegram : world.Telegram with { Tokens = [ForTelegram(world.Telegram.Bot.Id)] },
    };
}
