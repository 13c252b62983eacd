using BotHost.Rendering.Tests.Reading;

namespace BotHost.Rendering.Tests.Discord;

/// <summary>What a client makes of a text.</summary>
/// <param name="Visible">The words; moments stand as <see cref="Said.Moment(long)"/>.</param>
/// <param name="Marks">The kinds of markup found, in order.</param>
/// <param name="Links">Every link, in order.</param>
internal sealed record SeenText(string Visible, IReadOnlyList<string> Marks, IReadOnlyList<SeenLink> Links);
