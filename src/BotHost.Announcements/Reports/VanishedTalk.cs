using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>A talk that members were told of, and that is no longer in the files.</summary>
/// <param name="Subject">Its id, as the ledger knows it.</param>
/// <param name="Start">The start that was told, as in the ledger's keys; empty where it was to be announced.</param>
/// <param name="ToldAt">When members were last told of it.</param>
public sealed record VanishedTalk(string Subject, string Start, Instant ToldAt);
