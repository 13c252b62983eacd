using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Controls;

/// <summary>Server-sent events: each new record entry at once, and the status every second.</summary>
internal sealed class EventStream(SandboxRecord record, Func<SandboxStatus> status, TimeProvider clock)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    public async Task WriteAsync(HttpContext context)
    {
        var aborted = context.RequestAborted;
        var response = context.Response;
        response.ContentType = "text/event-stream";
        var given = context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : context.Request.Query["after"].ToString();
        var after = long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        while (!aborted.IsCancellationRequested)
        {
            await response.WriteAsync($"event: status\ndata: {JsonSerializer.Serialize(status(), SandboxJson.Default.SandboxStatus)}\n\n", aborted).ConfigureAwait(false);
            foreach (var entry in record.After(after))
            {
                after = entry.Sequence;
                var data = JsonSerializer.Serialize(entry, SandboxJson.Default.RecordEntry);
                await response.WriteAsync(
                    string.Create(CultureInfo.InvariantCulture, $"id: {entry.Sequence}\nevent: entry\ndata: {data}\n\n"), aborted).ConfigureAwait(false);
            }

            await response.Body.FlushAsync(aborted).ConfigureAwait(false);
            await WaitAsync(after, aborted).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(long after, CancellationToken aborted)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var tick = Task.Delay(Tick, clock, either.Token);
        var entry = record.WaitUntilAsync(all => all.Count > after, either.Token);
        await Task.WhenAny(tick, entry).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(tick, entry).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
        aborted.ThrowIfCancellationRequested();
    }
}
