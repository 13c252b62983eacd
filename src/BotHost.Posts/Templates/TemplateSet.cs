using System.Collections.Frozen;
using BotHost.Announcements.Campaigns;

namespace BotHost.Posts.Templates;

/// <summary>The templates of one language.</summary>
internal sealed record TemplateSet(string Language, string JoinLabel, FrozenDictionary<StepKind, PostTemplate> Templates)
{
    public PostTemplate For(StepKind kind) => Templates[kind];
}
