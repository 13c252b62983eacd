using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Gateway;

/// <summary>One socket, from connecting to its end. Everything that must not outlive the socket lives here.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private const int GuildsIntent = 1 << 0;

    private const WebSocketCloseStatus KeepSession = (WebSocketCloseStatus)4000;

    private static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly GatewaySocket _socket;
    private readonly CancellationTokenSource _life = new();
    private readonly CancellationTokenSource _patience;
    private readonly GatewaySession _session;
    private readonly DiscordToken _token;
    private readonly GatewayDispatches _dispatches;
    private readonly TimeProvider _time;
    private readonly Heartbeat _heartbeat;
    private string _waitingFor = "hello";
    private Task _beating = Task.CompletedTask;
    private volatile bool _silent;
    private long? _readyAt;

    public GatewayConnection(GatewaySession session, DiscordToken token, GatewayInbox inbox, TimeProvider time, Jitter jitter, ILogger logger)
    {
        _session = session;
        _token = token;
        _dispatches = new GatewayDispatches(session, inbox, BecomeUseful, time, logger);
        _time = time;
        _socket = new GatewaySocket(token, time);
        _patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _heartbeat = new Heartbeat(time, jitter, SendHeartbeatAsync, FallSilent);
    }

    /// <summary>How long the connection has been of use; null: it never was.</summary>
    public TimeSpan? UsefulFor => _readyAt is { } at ? _time.GetElapsedTime(at) : null;

    /// <summary>Connects, listens until the end and says why it ended. It throws nothing but bugs.</summary>
    public async Task<ConnectionEnd> RunAsync(Uri address, CancellationToken stopping)
    {
        if (await _socket.ConnectAsync(address, stopping) is { } failure)
        {
            return stopping.IsCancellationRequested ? new ConnectionEnd.Stopped() : failure;
        }

        _patience.CancelAfter(HelloTimeout);
        var listening = ListenAsync(stopping);
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stopping.Register(() => stop.TrySetResult()))
        {
            await Task.WhenAny(listening, stop.Task);
        }

        if (stopping.IsCancellationRequested)
        {
            await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure);
            _patience.CancelAfter(GatewaySocket.CloseTimeout);
        }

        var end = await listening;
        await _life.CancelAsync();
        await EndQuietlyAsync(_beating);
        if (stopping.IsCancellationRequested)
        {
            return new ConnectionEnd.Stopped();
        }

        // Any code but 1000 and 1001 keeps the session.
        await _socket.CloseAsync(KeepSession);
        return end;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _life.Dispose();
        _patience.Dispose();
    }

    private async Task<ConnectionEnd> ListenAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var message = await _socket.ReadAsync(_patience.Token);
                if (message is null)
                {
                    return new ConnectionEnd.Closed(_socket.CloseCode);
                }

                if (JsonSerializer.Deserialize(message.Value.Span, DiscordJson.Shared.GatewayEnvelope) is { } envelope
                    && await TakeAsync(envelope, stopping) is { } end)
                {
                    return end;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return new ConnectionEnd.TimedOut(_waitingFor);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return new ConnectionEnd.Garbled(_token.Redact(exception.Message));
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException)
        {
            return _silent ? new ConnectionEnd.Silent() : new ConnectionEnd.Closed(_socket.CloseCode);
        }
    }

    private async Task<ConnectionEnd?> TakeAsync(GatewayEnvelope envelope, CancellationToken stopping)
    {
        if (envelope.S is { } sequence)
        {
            _session.Heard(sequence);
        }

        switch (envelope.Op)
        {
            case Opcode.Hello:
                await GreetAsync(envelope.D.Deserialize(DiscordJson.Shared.HelloPayload)!, stopping);
                return null;
            case Opcode.Heartbeat:
                await SendHeartbeatAsync(_patience.Token);
                return null;
            case Opcode.HeartbeatAck:
                _heartbeat.Answered();
                return null;
            case Opcode.Reconnect:
                return new ConnectionEnd.AskedToReconnect();
            case Opcode.InvalidSession:
                return new ConnectionEnd.InvalidSession(envelope.D.ValueKind == JsonValueKind.True);
            case Opcode.Dispatch:
                _dispatches.Take(envelope);
                return null;
            default:
                return null;
        }
    }

    private async Task GreetAsync(HelloPayload hello, CancellationToken stopping)
    {
        var interval = TimeSpan.FromMilliseconds(hello.HeartbeatInterval);
        if (_beating.IsCompleted)
        {
            _beating = _heartbeat.RunAsync(interval > ShortestInterval ? interval : ShortestInterval, _life.Token);
        }

        if (stopping.IsCancellationRequested)
        {
            return;
        }

        if (_session.CanResume)
        {
            _waitingFor = "resumed";
            var resume = new ResumeData { Token = _token.Reveal(), SessionId = _session.Id!, Seq = _session.Sequence };
            await _socket.SendAsync(new ResumeCommand(Opcode.Resume, resume), DiscordJson.Shared.ResumeCommand, _patience.Token);
        }
        else
        {
            _waitingFor = "ready";
            var identify = new IdentifyData { Token = _token.Reveal(), Intents = GuildsIntent, Properties = new("linux", "bothost", "bothost") };
            await _socket.SendAsync(new IdentifyCommand(Opcode.Identify, identify), DiscordJson.Shared.IdentifyCommand, _patience.Token);
        }

        _patience.CancelAfter(ReadyTimeout);
    }

    private void BecomeUseful()
    {
        _readyAt = _time.GetTimestamp();
        _patience.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    private void FallSilent()
    {
        _silent = true;
        _socket.Abort();
    }

    private Task SendHeartbeatAsync(CancellationToken cancellationToken) =>
        _socket.SendAsync(new HeartbeatCommand(Opcode.Heartbeat) { D = _session.Sequence }, DiscordJson.Shared.HeartbeatCommand, cancellationToken);

    private static async Task EndQuietlyAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The socket's own end is what counts, and the listener has told it.
        }
    }
}
