using System.Diagnostics;
using System.Text;

namespace BotHost.EndToEnd.Tests.Processes;

/// <summary>The real executable as a process of its own, with what it wrote so far.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly Task _readers;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;
    private bool _disposed;

    private BotProcess(Process process)
    {
        _process = process;
        _readers = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError)).ContinueWith(_ => End(), TaskScheduler.Default);
    }

    public int Id => _process.Id;

    /// <summary>Standard output and error, in the order of arrival.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Starts <c>bothost</c> with these arguments; the environment holds nothing of ours but what is given.</summary>
    public static BotProcess Start(string workingDirectory, IReadOnlyDictionary<string, string>? environment, params string[] args) =>
        Start("dotnet", workingDirectory, environment, [Repository.Executable, .. args]);

    /// <summary>Starts any program in the same way.</summary>
    public static BotProcess Start(string program, string workingDirectory, IReadOnlyDictionary<string, string>? environment, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var ours in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(ours);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        return new BotProcess(process);
    }

    /// <summary>Waits for a line, or for the end of the process, which then is an error that shows what it wrote.</summary>
    public async Task<string> LineAsync(Func<string, bool> matches, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_lines.FirstOrDefault(matches) is { } line)
                {
                    return line;
                }

                if (_ended)
                {
                    throw new InvalidOperationException($"The process ended without the awaited line. It wrote:\n{string.Join('\n', _lines)}");
                }

                more = _more.Task;
            }

            try
            {
                await more.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The awaited line did not come. The process wrote:\n{Output}");
            }
        }
    }

    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The process did not end. It wrote:\n{Output}");
        }

        await _readers;
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: the process gets no chance to do anything more.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await ExitCodeAsync(cancellationToken);
    }

    /// <summary>SIGTERM, as an operator or a container would.</summary>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        return await ExitCodeAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await _readers;
        _process.Dispose();
    }

    private static bool IsSetting(string name) => name.Contains("__", StringComparison.Ordinal);

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _lines.Add(line);
                Tell();
            }
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _ended = true;
            Tell();
        }
    }

    private void Tell()
    {
        _more.TrySetResult();
        _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
