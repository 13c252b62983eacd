using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BotHost.Announcements.Delivery.Ledgers;
using NodaTime;

namespace BotHost.Storage.Tests.Sqlite;

/// <summary>The lock and the claims of a real process that is really killed.</summary>
public sealed class KilledProcessTests : IAsyncDisposable
{
    private const string PathVariable = "BOTHOST_TEST_LEDGER";
    private const string PortVariable = "BOTHOST_TEST_PORT";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 1, 12, 0);
    private static readonly DeliveryKey Key = new(DeliveryKind.Step, "talk-1", "announce", "", "forum:100");
    private readonly Stores _stores = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task A_killed_process_leaves_its_claim_unknown_and_no_lock()
    {
        var path = _stores.NewPath();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var child = StartChild(path, ((IPEndPoint)listener.LocalEndpoint).Port);
        var accepting = listener.AcceptTcpClientAsync(Cancellation).AsTask();
        await Task.WhenAny(accepting, child.WaitForExitAsync(Cancellation)).WaitAsync(Patience, Cancellation);
        Assert.False(child.HasExited, "The child ended before it had claimed.");
        using var claimed = await accepting;
        await claimed.GetStream().ReadExactlyAsync(new byte[1], Cancellation);

        var refusal = await Assert.ThrowsAsync<LedgerUnavailableException>(() => _stores.OpenLedger(path).OpenAsync(Noon, Cancellation));
        child.Kill();
        await child.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        var ledger = _stores.OpenLedger(path);
        var life = await ledger.OpenAsync(Noon + Duration.FromHours(1), Cancellation);

        Assert.Contains($"in use by process {child.Id} on machine '{Environment.MachineName}'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(new LedgerLife(Noon, Noon), life);
        var row = Assert.Single(await ledger.ReadAsync(null, Cancellation));
        Assert.Equal((Key, DeliveryState.Unknown), (row.Key, row.State));
        Assert.Equal("claimed by the child", Assert.Single(row.Effects).Payload);
    }

    /// <summary>Not a test by itself: the process that the other one kills.</summary>
    [Fact(Explicit = true)]
    public async Task Claim_tell_and_wait_to_be_killed()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable);
        Assert.SkipWhen(path is null, "Only for the process that another test starts.");
        var ledger = _stores.OpenLedger(path);
        await ledger.OpenAsync(Noon, Cancellation);
        await ledger.BeatAsync(Noon, Cancellation);
        await ledger.ClaimAsync(new Claim(Key, 1, 1, "claimed by the child", Noon, Noon, Noon), Cancellation);

        using var parent = new TcpClient();
        await parent.ConnectAsync(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable(PortVariable)!, null), Cancellation);
        await parent.GetStream().WriteAsync(new byte[1], Cancellation);
        await parent.GetStream().ReadExactlyAsync(new byte[1], Cancellation);
    }

    private static Process StartChild(string path, int port)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [PathVariable] = path, [PortVariable] = $"{port}" },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledProcessTests).Assembly.Location);
        }

        foreach (var argument in new[] { "--explicit", "only", "--filter-method", $"*{nameof(Claim_tell_and_wait_to_be_killed)}", "--no-progress", "--no-ansi" })
        {
            start.ArgumentList.Add(argument);
        }

        var child = Process.Start(start)!;
        child.OutputDataReceived += static (_, _) => { };
        child.ErrorDataReceived += static (_, _) => { };
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        return child;
    }
}
