using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>What one file of a talk gave.</summary>
/// <param name="Talk">Null where something is missing without which there is no talk.</param>
/// <param name="Id">A broken talk has its id all the same; null where it is the id that is missing.</param>
/// <param name="Where">Where the id stands.</param>
/// <param name="Findings">What is wrong with this file alone.</param>
internal sealed record TalkEntry(Talk? Talk, TalkId? Id, SourceSpan Where, FindingList Findings);
