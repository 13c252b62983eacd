using System.Collections.Immutable;

namespace BotHost.Announcements.Talks;

/// <summary>What a search found.</summary>
/// <param name="Best">The matches that are as good as the best one: one is an answer, several are a question back.</param>
/// <param name="All">Every match, best first.</param>
public sealed record SearchResult<T>(ImmutableArray<T> Best, ImmutableArray<T> All);
