using System.Collections.Immutable;

namespace BotHost.Configuration.Import.Planning;

/// <summary>What an import will write and say. Nothing is written yet.</summary>
/// <param name="TalkId">The talk's id.</param>
/// <param name="Files">Paths relative to the config folder, and texts; <c>bothost.yaml</c> is among them where it changes.</param>
/// <param name="Snippet">Lines to paste into <c>bothost.yaml</c>, where they could not be inserted.</param>
/// <param name="Words">What was found, what not, and what to look at, in sentences.</param>
internal sealed record ImportPlan(string TalkId, ImmutableArray<ImportedFile> Files, string? Snippet, ImmutableArray<string> Words);
