namespace BotHost.Rendering.Tests.Reading;

/// <summary>A link as a reader sees it.</summary>
/// <param name="Words">What is underlined.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="After">What stands directly behind it.</param>
internal sealed record SeenLink(string Words, string Target, string After);
