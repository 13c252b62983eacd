namespace BotHost.Discord.Gateway;

/// <summary>The pulse of one connection. A new connection gets a new one, so that no missed answer is inherited.</summary>
internal sealed class Heartbeat(TimeProvider time, Jitter jitter, Func<CancellationToken, Task> beat, Action onSilence)
{
    private volatile bool _answered = true;

    public void Answered() => _answered = true;

    /// <summary>Beats until cancelled, or until a beat stays without an answer for a whole interval.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        await Task.Delay(interval * jitter(), time, cancellationToken);
        while (true)
        {
            _answered = false;
            await BeatAsync(interval, cancellationToken);
            await Task.Delay(interval, time, cancellationToken);
            if (!_answered)
            {
                onSilence();
                return;
            }
        }
    }

    // A half-open connection may take a send and never finish it.
    private async Task BeatAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(interval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await beat(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            onSilence();
            throw;
        }
    }
}
