using System.Threading.Channels;
using BotHost.Discord.History;
using BotHost.Discord.Interactions;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Gateway;

/// <summary>Takes events from the receive loop, which must never wait, and has them handled side by side.</summary>
internal sealed partial class GatewayInbox(
    InteractionHandler interactions, CommandSync commands, BotAccount account, DiscordPlatform platform, TimeProvider time, ILogger<GatewayInbox> logger)
{
    private const int Capacity = 512;

    private const int AtOnce = 32;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly Channel<GatewayEvent> _events = Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Never waits: an event that finds the inbox full could not be answered in time anyway.</summary>
    public void Put(GatewayEvent item)
    {
        if (!_events.Writer.TryWrite(item))
        {
            Log.InboxFull(logger, item.GetType().Name);
        }
    }

    /// <summary>Handles events until cancelled; then gives what has come in by then a few seconds to end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(AtOnce);
        using var farewell = new CancellationTokenSource();
        var running = new List<Task>();
        try
        {
            await foreach (var item in _events.Reader.ReadAllAsync(cancellationToken))
            {
                await slots.WaitAsync(cancellationToken);
                var task = HandleAsync(item, slots, farewell.Token);
                running.RemoveAll(earlier => earlier.IsCompleted);
                running.Add(task);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is under way goes on below.
        }

        while (_events.Reader.TryRead(out var left))
        {
            running.Add(HandleAsync(left, slots, farewell.Token));
        }

        using var deadline = new CancellationTokenSource(Farewell, time);
        await using var cut = deadline.Token.Register(farewell.Cancel);
        await Task.WhenAll(running);
    }

    private async Task HandleAsync(GatewayEvent item, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        // Handlers may think before their first await; that must not hold up the next event.
        await Task.Yield();
        try
        {
            await (item switch
            {
                GatewayEvent.Ready ready => BeginAsync(ready, cancellationToken),
                GatewayEvent.Interacted interacted => interactions.HandleAsync(interacted.Interaction, interacted.ReceivedAt, cancellationToken),
                GatewayEvent.RightsTouched => NoteRights(),
                _ => Task.CompletedTask,
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.EventCut(logger, item.GetType().Name);
        }
        catch (Exception exception)
        {
            Log.EventFailed(logger, item.GetType().Name, exception);
        }
        finally
        {
            slots.Release();
        }
    }

    private Task BeginAsync(GatewayEvent.Ready ready, CancellationToken cancellationToken)
    {
        account.Learn(ready.UserId);
        return commands.SyncAsync(ready.ApplicationId, cancellationToken);
    }

    private Task NoteRights()
    {
        platform.NoteRights();
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Too much is waiting to be handled; a gateway event was dropped: {Event}.")]
        public static partial void InboxFull(ILogger logger, string @event);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A gateway event was still being handled at shutdown: {Event}.")]
        public static partial void EventCut(ILogger logger, string @event);

        [LoggerMessage(Level = LogLevel.Error, Message = "Handling a gateway event failed: {Event}.")]
        public static partial void EventFailed(ILogger logger, string @event, Exception exception);
    }
}
