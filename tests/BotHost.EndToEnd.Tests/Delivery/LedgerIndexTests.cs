using System.Reflection;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.EndToEnd.Tests.Processes;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

public sealed class LedgerIndexTests
{
    private static readonly DeliveryKey Key = new(DeliveryKind.Step, "talk-1", "announce", "", "discord:100");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_read_later_is_not_overwritten_by_what_was_read_before()
    {
        var ledger = DispatchProxy.Create<ILedger, SlowReads>();
        var reads = ((SlowReads)ledger).Reads;
        using var index = new LedgerIndex(ledger);

        var earlier = index.RefreshAsync(Key.Subject, Cancel);
        var later = index.RefreshAsync(Key.Subject, Cancel);
        var whileTheFirstIsUnderWay = reads.Count;
        reads[0].SetResult([RowIn(DeliveryState.Sending)]);
        await earlier;
        await reads.WhenSecondAsync().WaitAsync(Deadlines.Patience, TimeProvider.System, Cancel);
        reads[1].SetResult([RowIn(DeliveryState.Sent)]);
        await later;

        Assert.Equal(1, whileTheFirstIsUnderWay);
        Assert.Equal(DeliveryState.Sent, index.Find(Key)!.State);
    }

    private static DeliveryRow RowIn(DeliveryState state) =>
        new() { Id = 1, Key = Key, State = state, DueAt = Instant.MinValue, ChangedAt = Instant.MinValue };

    /// <summary>A ledger whose reads end when the test says so.</summary>
    public class SlowReads : DispatchProxy
    {
        public PendingReads Reads { get; } = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == nameof(ILedger.ReadAsync) ? Reads.Begin() : throw new NotSupportedException(targetMethod.Name);
    }

    public sealed class PendingReads : List<TaskCompletionSource<IReadOnlyList<DeliveryRow>>>
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IReadOnlyList<DeliveryRow>> Begin()
        {
            var read = new TaskCompletionSource<IReadOnlyList<DeliveryRow>>(TaskCreationOptions.RunContinuationsAsynchronously);
            Add(read);
            if (Count == 2)
            {
                _second.SetResult();
            }

            return read.Task;
        }

        public Task WhenSecondAsync() => _second.Task;
    }
}
