using System.Collections.Immutable;

namespace BotHost.Configuration.Files;

/// <summary>One file of the config, read once: what is checked is also what is kept.</summary>
/// <param name="Path">Relative to the config folder, with <c>/</c>.</param>
/// <param name="Bytes">As on disk.</param>
/// <param name="Text">Decoded, without a byte order mark.</param>
internal sealed record SourceFile(string Path, ImmutableArray<byte> Bytes, string Text);
