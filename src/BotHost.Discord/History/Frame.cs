namespace BotHost.Discord.History;

/// <summary>One embed, as far as a reader can tell it from others.</summary>
/// <param name="Words">Its title, text, author, fields, footer and addresses, in one form.</param>
/// <param name="Url">Its address as it stands there.</param>
/// <param name="IsOwn">Whether it may be one that was sent; previews of pages are mostly of other kinds.</param>
internal sealed record Frame(string Words, string Url, bool IsOwn);
