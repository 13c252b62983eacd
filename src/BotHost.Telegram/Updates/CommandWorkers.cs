using System.Threading.Channels;
using BotHost.Announcements.Commands;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Updates;

/// <summary>A few workers with short queues. One chat always meets the same worker, so its answers keep their order.</summary>
internal sealed partial class CommandWorkers(ICommandRouter router, ReplySender replies, TimeProvider time, ILogger<CommandWorkers> logger) : IDisposable
{
    private const int Count = 4;

    private const int QueueLength = 64;

    private readonly Channel<(IncomingAsk Ask, Task Acknowledged)>[] _queues =
    [
        .. Enumerable.Range(0, Count).Select(_ => Channel.CreateBounded<(IncomingAsk, Task)>(QueueLength)),
    ];

    private readonly CancellationTokenSource _deadline = new();
    private Task[] _running = [];

    public void Start() => _running = [.. _queues.Select(queue => Task.Run(() => WorkAsync(queue.Reader)))];

    /// <summary>Queues a command; waits while the queue is full.</summary>
    /// <param name="ask">The command or press.</param>
    /// <param name="acknowledged">Ends, without ever failing, when a press has been acknowledged; the answer waits for it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public ValueTask HandAsync(IncomingAsk ask, Task acknowledged, CancellationToken cancellationToken)
    {
        var queue = _queues[(uint)StringComparer.Ordinal.GetHashCode(ask.ChatId) % Count];
        return queue.Writer.WriteAsync((ask, acknowledged), cancellationToken);
    }

    /// <summary>Lets the workers finish what they have, for this long at most.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        foreach (var queue in _queues)
        {
            queue.Writer.TryComplete();
        }

        using var timer = time.CreateTimer(_ => _deadline.Cancel(), null, patience, Timeout.InfiniteTimeSpan);
        await Task.WhenAll(_running);
    }

    public void Dispose() => _deadline.Dispose();

    private async Task WorkAsync(ChannelReader<(IncomingAsk Ask, Task Acknowledged)> queue)
    {
        await foreach (var (ask, acknowledged) in queue.ReadAllAsync(CancellationToken.None))
        {
            if (_deadline.IsCancellationRequested)
            {
                Log.CommandDropped(logger, ask.Command.Name, ask.ChatId);
                continue;
            }

            try
            {
                await acknowledged;
                var reply = await router.AnswerAsync(ask.Command, _deadline.Token);
                await replies.SendAsync(ask, reply, _deadline.Token);
            }
            catch (OperationCanceledException) when (_deadline.IsCancellationRequested)
            {
                Log.CommandDropped(logger, ask.Command.Name, ask.ChatId);
            }
            catch (Exception error)
            {
                Log.CommandFailed(logger, ask.Command.Name, ask.ChatId, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The command {Command} in chat {Chat} failed")]
        public static partial void CommandFailed(ILogger logger, string command, string chat, Exception error);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The command {Command} in chat {Chat} stayed unanswered, because the process stops")]
        public static partial void CommandDropped(ILogger logger, string command, string chat);
    }
}
