namespace BotHost.Sandbox.Reading;

/// <summary>A moment that the platform shows in each reader's own zone.</summary>
/// <param name="UnixSeconds">The moment.</param>
/// <param name="Format">In the platform's letters.</param>
/// <param name="Text">What those see who cannot be shown their own zone; on Discord there is no such text, and this is what the reading was told to write.</param>
public sealed record ReadTime(long UnixSeconds, string Format, string Text);
