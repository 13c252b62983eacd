using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Processes;

/// <summary>Reads the platforms' own record from a sandbox in another process, and adds faults there.</summary>
internal sealed class SandboxRecordClient(Uri page) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http = new() { BaseAddress = page };

    public async Task<IReadOnlyList<RecordEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        using var answer = JsonDocument.Parse(await _http.GetStringAsync(new Uri("sandbox/record", UriKind.Relative), cancellationToken));
        var entries = answer.RootElement.ValueKind is JsonValueKind.Array ? answer.RootElement : answer.RootElement.GetProperty("entries");
        return entries.Deserialize<List<RecordEntry>>(Json)!;
    }

    /// <summary>The record once it is so, which is looked at now and after each new entry.</summary>
    /// <remarks>The platforms send each entry as it comes. To ask again and again would take from the bot the processor that it needs to get there.</remarks>
    public async Task<IReadOnlyList<RecordEntry>> WhenAsync(Func<IReadOnlyList<RecordEntry>, bool> isSo, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Deadlines.Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var record = new List<RecordEntry>();
        try
        {
            record.AddRange(await ReadAsync(either.Token));
            if (isSo(record))
            {
                return record;
            }

            var after = record.Count == 0 ? 0 : record[^1].Sequence;
            await using var stream = await _http.GetStreamAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"sandbox/events?after={after}"), UriKind.Relative), either.Token);
            await foreach (var sent in SseParser.Create(stream).EnumerateAsync(either.Token))
            {
                if (sent.EventType == "entry")
                {
                    record.Add(JsonSerializer.Deserialize<RecordEntry>(sent.Data, Json)!);
                    if (isSo(record))
                    {
                        // As the record is written elsewhere, too: the stream escapes characters that tests look for in a payload.
                        return await ReadAsync(either.Token);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The awaited entry did not come within {Deadlines.Patience}. The latest of {record.Count}:\n{Tail(record)}");
        }

        throw new InvalidOperationException($"The platforms ended without the awaited entry. The latest of {record.Count}:\n{Tail(record)}");
    }

    public async Task<IReadOnlyList<RecordEntry>> MessagesAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAsync(cancellationToken)).Where(entry => entry.Kind == RecordKinds.MessageCreated)];

    public async Task AddFaultAsync(object fault, CancellationToken cancellationToken)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new[] { fault }, Json), System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri("sandbox/faults", UriKind.Relative), content, cancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Ends a fault that lasts.</summary>
    public async Task RemoveFaultAsync(string id, CancellationToken cancellationToken)
    {
        using var answer = await _http.DeleteAsync(new Uri($"sandbox/faults/{id}", UriKind.Relative), cancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Plans a kill that is aimed at no request.</summary>
    public async Task PlanKillAsync(object kill, CancellationToken cancellationToken)
    {
        using var content = new StringContent(JsonSerializer.Serialize(kill, Json), System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri("sandbox/kills", UriKind.Relative), content, cancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    public async Task<string> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body, Json), System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static string Tail(List<RecordEntry> record) =>
        string.Join('\n', record.TakeLast(20).Select(entry => $"{entry.Sequence} {entry.Kind} {entry.Platform} {entry.Route} {entry.ChatId} {entry.Text}"));
}
