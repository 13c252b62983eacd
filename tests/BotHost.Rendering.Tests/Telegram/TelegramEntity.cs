namespace BotHost.Rendering.Tests.Telegram;

/// <summary>An entity as it stands in a payload.</summary>
internal sealed record TelegramEntity(string Type, int Offset, int Length, string? Url, long? UnixTime, string? Format)
{
    public int End => Offset + Length;
}
