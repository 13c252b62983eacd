namespace BotHost.Posts.Reading;

/// <summary>A link as somebody wrote it, before anybody asks whether it may be followed.</summary>
/// <param name="Index">Where it begins.</param>
/// <param name="Words">What readers see; empty for an address that stands bare.</param>
/// <param name="Target">Where it leads.</param>
internal sealed record WrittenLink(int Index, string Words, string Target);
