using BotHost.Announcements.Commands;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>Takes every decision down; what was decided once is no longer open.</summary>
internal sealed class FakeDecisions : IReportDecisions
{
    public List<string> Taken { get; } = [];

    public Task<string?> EndDoubtAsync(string delivery, bool isThere, string decidedBy, CancellationToken cancellationToken)
    {
        var isOpen = Taken.Count == 0;
        Taken.Add($"{delivery} {(isThere ? "is there" : "again")}, {decidedBy}");
        return Task.FromResult(isOpen ? "announce of talk-1 in news" : null);
    }

    public Task<int> DecideHeldAsync(IReadOnlyCollection<long> rows, bool post, string decidedBy, CancellationToken cancellationToken)
    {
        var isOpen = Taken.Count == 0;
        Taken.Add($"{string.Join('+', rows)} {(post ? "post" : "leave out")}, {decidedBy}");
        return Task.FromResult(isOpen ? rows.Count : 0);
    }

    public Task TryAgainAsync(IReadOnlyCollection<long> rows, string decidedBy, CancellationToken cancellationToken)
    {
        Taken.Add($"{string.Join('+', rows)} try again, {decidedBy}");
        return Task.CompletedTask;
    }
}
