using System.Reflection;
using BotHost.Announcements.Delivery;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>Many read the same talk's rows at the same time: one for each of its channels.</summary>
public sealed class LedgerIndexTests
{
    [Fact]
    public async Task What_was_read_first_never_replaces_what_was_read_later()
    {
        var slow = new TaskCompletionSource<IReadOnlyList<DeliveryRow>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ledger = DispatchProxy.Create<ILedger, Reads>();
        ((Reads)ledger).Answers = new Queue<Task<IReadOnlyList<DeliveryRow>>>([slow.Task, Task.FromResult(Rows(DeliveryState.Retry))]);
        using var index = new LedgerIndex(ledger);

        var first = index.RefreshAsync("talk", TestContext.Current.CancellationToken);
        var second = index.RefreshAsync("talk", TestContext.Current.CancellationToken);
        slow.SetResult(Rows(DeliveryState.Sending));
        await Task.WhenAll(first, second);

        Assert.Equal(DeliveryState.Retry, Assert.Single(index.Rows).State);
    }

    private static IReadOnlyList<DeliveryRow> Rows(DeliveryState state) =>
    [
        new DeliveryRow
        {
            Id = 1,
            Key = new DeliveryKey(DeliveryKind.Step, "talk", "announce", "", "discord:1"),
            State = state,
            Reason = "",
            DueAt = Instant.FromUtc(2026, 12, 30, 1, 0),
            Generation = 0,
            ChangedAt = Instant.FromUtc(2026, 12, 30, 1, 0),
            Attempts = 1,
            Effects = [],
        },
    ];

    /// <summary>A ledger that only reads, and answers in its own time.</summary>
    public class Reads : DispatchProxy
    {
        public Queue<Task<IReadOnlyList<DeliveryRow>>> Answers { get; set; } = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answers.Dequeue();
    }
}
