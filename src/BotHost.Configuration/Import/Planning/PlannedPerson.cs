using BotHost.Configuration.Import.Recognising;

namespace BotHost.Configuration.Import.Planning;

/// <summary>A person whose file will be written.</summary>
/// <param name="Bio">In Markdown.</param>
internal sealed record PlannedPerson(string Id, ImportedPerson Person, IReadOnlyList<string> Bio);
