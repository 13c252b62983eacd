using BotHost.Announcements.Commands;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>Takes every decision down; what was decided once is no longer open.</summary>
internal sealed class FakeDecisions : IReportDecisions
{
    public List<string> Taken { get; } = [];

    /// <summary>How many refused posts and targets there are.</summary>
    public int LeftToTry { get; set; } = 1;

    public Task<string?> EndDoubtAsync(string delivery, bool isThere, string decidedBy, CancellationToken cancellationToken)
    {
        var isOpen = Taken.Count == 0;
        Taken.Add($"{delivery} {(isThere ? "is there" : "again")}, {decidedBy}");
        return Task.FromResult(isOpen ? "announce of talk-1 in news" : null);
    }

    public Task<int> DecideHeldAsync(IReadOnlyCollection<long> rows, HeldAnswer answer, string decidedBy, CancellationToken cancellationToken)
    {
        var isOpen = Taken.Count == 0;
        Taken.Add($"{string.Join('+', rows)} {answer switch { HeldAnswer.Post => "post", HeldAnswer.IsThere => "is there", _ => "leave out" }}, {decidedBy}");
        return Task.FromResult(isOpen ? rows.Count : 0);
    }

    public Task<int> TryAgainAsync(IReadOnlyCollection<long> rows, string decidedBy, CancellationToken cancellationToken)
    {
        Taken.Add($"{string.Join('+', rows)} try again, {decidedBy}");
        return Task.FromResult(LeftToTry);
    }
}
