using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>What one file of a person gave.</summary>
/// <param name="Person">Null where it has no id that counts.</param>
/// <param name="Declared">The id as it is written; null where nobody can tell.</param>
/// <param name="Where">Where the id stands.</param>
/// <param name="Findings">What is wrong with this file alone.</param>
internal sealed record PersonEntry(Person? Person, string? Declared, SourceSpan Where, FindingList Findings);
