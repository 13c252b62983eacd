namespace BotHost.Discord.Interactions;

/// <summary>The kinds of interaction that the bot takes; it ignores the rest.</summary>
internal static class InteractionType
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
}
