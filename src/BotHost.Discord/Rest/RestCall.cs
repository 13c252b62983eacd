using System.Collections.Immutable;

namespace BotHost.Discord.Rest;

/// <summary>One request to the REST interface.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with its ids named, for example <c>/channels/{channel}/messages</c>; safe to log.</param>
/// <param name="Path">The path with its ids filled in, relative to the base address; may hold an interaction's token, so it is never logged.</param>
/// <param name="Major">The id that the platform counts by: a channel's, a server's; empty where there is none.</param>
/// <param name="Body">JSON; null for none.</param>
internal sealed record RestCall(HttpMethod Method, string Template, string Path, string Major, string? Body)
{
    /// <summary>The slowest line on which files still arrive.</summary>
    private const int BytesPerSecond = 128 * 1024;

    /// <summary>Files that go along with the body, in the order of their numbers; then the request is a form.</summary>
    public ImmutableArray<PictureBytes> Files { get; init; } = [];

    /// <summary>How long an exchange without files may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long this exchange may take: the longer, the more there is to send.</summary>
    public TimeSpan Patience => Timeout + TimeSpan.FromSeconds((double)Files.Sum(file => (long)file.Bytes.Length) / BytesPerSecond);

    /// <summary>Interaction answers are authorised by the token in their path, and stand outside the global limit.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>Asked without the token, so that it is answered whatever the platform thinks of the bot.</summary>
    public bool IsAnonymous { get; init; }

    public string RouteKey => $"{Method} {Template}";

    public override string ToString() => RouteKey;
}
