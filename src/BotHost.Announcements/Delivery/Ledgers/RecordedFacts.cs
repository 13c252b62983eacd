namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What a delivery told, as the ledger keeps it.</summary>
/// <param name="Json">The facts themselves, and what of them was told aloud.</param>
/// <param name="Hash">Of the facts alone: equal hashes tell the same.</param>
public sealed record RecordedFacts(string Json, string Hash);
