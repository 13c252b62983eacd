using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BotHost.Telegram.Tests.BotApi;

/// <summary>Answers the first request byte for byte as written, with nothing of a server's own, and keeps the connection open.</summary>
internal sealed class RawDoor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _answering;

    public RawDoor(string reply)
    {
        _listener.Start();
        _answering = AnswerAsync(Encoding.ASCII.GetBytes(reply));
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _answering;
        _listener.Stop();
        _closing.Dispose();
    }

    private async Task AnswerAsync(byte[] reply)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
            var stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[4096];

            // The requests of these tests end with their one JSON object.
            while (!request.ToString().EndsWith('}'))
            {
                if (await stream.ReadAsync(buffer, _closing.Token) is not (> 0 and var count))
                {
                    return;
                }

                request.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }

            await stream.WriteAsync(reply, _closing.Token);

            // Ends when the other side hangs up.
            while (await stream.ReadAsync(buffer, _closing.Token) > 0)
            {
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The test is over, or the other side has hung up.
        }
    }
}
