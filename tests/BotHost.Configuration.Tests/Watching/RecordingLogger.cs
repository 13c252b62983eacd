using Microsoft.Extensions.Logging;

namespace BotHost.Configuration.Tests.Watching;

/// <summary>Keeps what is logged: the event's name and the words.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    private readonly Lock _gate = new();
    private readonly List<(string Event, string Words)> _lines = [];

    public IReadOnlyList<(string Event, string Words)> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public int Count(string name) => Lines.Count(line => line.Event == name);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            _lines.Add((eventId.Name ?? "", $"{formatter(state, exception)}{exception}"));
        }
    }
}
