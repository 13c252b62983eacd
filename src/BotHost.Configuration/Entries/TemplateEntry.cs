using BotHost.Announcements.Talks;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>What one file of a template gave.</summary>
/// <param name="Template">The template, as it is written.</param>
/// <param name="Findings">What is wrong with this file alone.</param>
internal sealed record TemplateEntry(TemplateFile Template, FindingList Findings);
