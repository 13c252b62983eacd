namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>What is wrong with a line of an exported ledger.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Remedy">How to put it right.</param>
public sealed record LedgerImportProblem(int Line, string Text, string Remedy);
