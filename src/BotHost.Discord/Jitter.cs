namespace BotHost.Discord;

/// <summary>A share from 0 up to, but without, 1, by which waits are spread.</summary>
internal delegate double Jitter();
