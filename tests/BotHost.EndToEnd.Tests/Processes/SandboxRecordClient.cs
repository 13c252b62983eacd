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

    /// <summary>The record once it is so; what has not happened after half a minute does not happen any more.</summary>
    public async Task<IReadOnlyList<RecordEntry>> WhenAsync(Func<IReadOnlyList<RecordEntry>, bool> isSo, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        while (true)
        {
            var record = await ReadAsync(either.Token);
            if (isSo(record))
            {
                return record;
            }
        }
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
}
