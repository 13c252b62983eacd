using Microsoft.Extensions.Logging;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>Keeps what a host logs.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly List<Line> _lines = [];

    public IReadOnlyList<Line> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
        // The lines outlive the host.
    }

    internal sealed record Line(LogLevel Level, string Event, string Text);

    private sealed class Logger(LogBook book) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (book._gate)
            {
                book._lines.Add(new Line(logLevel, eventId.Name ?? "", $"{formatter(state, exception)}{exception}"));
            }
        }
    }
}
