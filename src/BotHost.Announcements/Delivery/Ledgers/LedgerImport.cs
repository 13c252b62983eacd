using System.Collections.Immutable;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What an import came to.</summary>
/// <param name="Deliveries">How many deliveries were put in.</param>
/// <param name="Problems">Why nothing was put in; empty where everything was.</param>
public sealed record LedgerImport(int Deliveries, ImmutableArray<LedgerImportProblem> Problems);
