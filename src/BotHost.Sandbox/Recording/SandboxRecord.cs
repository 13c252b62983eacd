using System.Text;
using System.Text.Json;

namespace BotHost.Sandbox;

/// <summary>What happened on both platforms, in order: the judge in tests. Safe to use from any thread.</summary>
public sealed class SandboxRecord : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<RecordEntry> _entries = [];
    private readonly List<Waiter> _waiters = [];
    private readonly IReadOnlyList<string> _secrets;
    private readonly Func<DateTimeOffset> _machineTime;
    private readonly Func<DateTimeOffset> _campaignTime;
    private readonly FileStream? _file;

    internal SandboxRecord(IReadOnlyList<string> secrets, Func<DateTimeOffset> machineTime, Func<DateTimeOffset>? campaignTime, string? file)
    {
        _secrets = [.. secrets.Where(secret => secret.Length > 0)];
        _machineTime = machineTime;
        _campaignTime = campaignTime ?? machineTime;
        _file = file is null ? null : new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    }

    /// <summary>A copy of all entries so far.</summary>
    public IReadOnlyList<RecordEntry> Entries => After(0);

    /// <summary>The entries of one kind so far.</summary>
    public IReadOnlyList<RecordEntry> OfKind(string kind) => [.. Entries.Where(entry => entry.Kind == kind)];

    /// <summary>The entries whose sequence is greater than the given one.</summary>
    public IReadOnlyList<RecordEntry> After(long sequence)
    {
        lock (_gate)
        {
            return sequence >= _entries.Count ? [] : [.. _entries.Skip((int)Math.Max(0, sequence))];
        }
    }

    /// <summary>Completes with the first entry, past or future, that fits.</summary>
    public async Task<RecordEntry> WaitForAsync(Func<RecordEntry, bool> fits, CancellationToken cancellationToken)
    {
        var entries = await WaitUntilAsync(all => all.Any(fits), cancellationToken).ConfigureAwait(false);
        return entries.First(fits);
    }

    /// <summary>Completes with all entries as soon as they fit, which is looked at now and after each new entry.</summary>
    public async Task<IReadOnlyList<RecordEntry>> WaitUntilAsync(
        Func<IReadOnlyList<RecordEntry>, bool> fit, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(fit);
        lock (_gate)
        {
            if (fit(_entries))
            {
                return [.. _entries];
            }

            _waiters.Add(waiter);
        }

        try
        {
            return await waiter.Done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _waiters.Remove(waiter);
            }
        }
    }

    internal DateTimeOffset CampaignTime => _campaignTime();

    internal RecordEntry Append(RecordEntry draft, string? payload = null)
    {
        lock (_gate)
        {
            var entry = draft with
            {
                Sequence = _entries.Count + 1,
                Text = draft.Text is null ? null : Scrub(draft.Text),
                Query = draft.Query is null ? null : Scrub(draft.Query),
                Payload = payload is null ? null : JsonDocument.Parse(Scrub(payload)).RootElement,
                CampaignTime = _campaignTime(),
                ReceivedAt = _machineTime(),
            };
            _entries.Add(entry);
            if (_file is not null)
            {
                _file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, SandboxJson.Default.RecordEntry) + "\n"));
                _file.Flush();
            }

            foreach (var waiter in _waiters.Where(waiter => waiter.Fit(_entries)).ToList())
            {
                waiter.Done.TrySetResult([.. _entries]);
                _waiters.Remove(waiter);
            }

            return entry;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
        }
    }

    private string Scrub(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, "[token]", StringComparison.Ordinal);
        }

        return text;
    }

    private sealed class Waiter(Func<IReadOnlyList<RecordEntry>, bool> fit)
    {
        public Func<IReadOnlyList<RecordEntry>, bool> Fit { get; } = fit;

        public TaskCompletionSource<IReadOnlyList<RecordEntry>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
