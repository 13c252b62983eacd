using System.Collections.Concurrent;
using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Tests;

internal sealed class MemoryNotebook : INotebook
{
    public ConcurrentDictionary<string, string> Notes { get; } = new();

    /// <summary>What every call meets; null: it works.</summary>
    public Exception? Fault { get; set; }

    public Task<string?> ReadAsync(string room, string key, CancellationToken cancellationToken) =>
        Fault is null ? Task.FromResult(Notes.GetValueOrDefault($"{room}/{key}")) : Task.FromException<string?>(Fault);

    public Task WriteAsync(string room, string key, string value, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            return Task.FromException(Fault);
        }

        Notes[$"{room}/{key}"] = value;
        return Task.CompletedTask;
    }
}

internal sealed class MemoryPictures : IPictureStore
{
    public ConcurrentDictionary<string, byte[]> ByHash { get; } = new();

    public Exception? Fault { get; set; }

    public ValueTask<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken) =>
        Fault is null ? ValueTask.FromResult(ByHash.GetValueOrDefault(hash)) : throw Fault;
}

internal sealed class ScriptedRouter : ICommandRouter
{
    public Func<IncomingCommand, Reply> Answer { get; set; } = command => Reply.Say($"answer to {command.Name}");

    public ConcurrentQueue<IncomingCommand> Asked { get; } = new();

    public IReadOnlyList<CommandDefinition> Commands { get; set; } =
    [
        new CommandDefinition("next", "The next talk", []),
        new CommandDefinition("help", "What I can do", []),
        new CommandDefinition("speaker", "Who speaks", [new CommandOption("name", "Whom", true), new CommandOption("more", "What else", false)]),
        new CommandDefinition("announce", "Post a talk", [new CommandOption("talk", "Which", true)], ForModerators: true),
    ];

    public Task<Reply> AnswerAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        Asked.Enqueue(command);
        return Task.FromResult(Answer(command));
    }

    public IReadOnlyList<Suggestion> Suggest(string command, string option, string typed) => ImmutableArray<Suggestion>.Empty;
}

internal sealed class LogBook : ILoggerProvider
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose()
    {
    }

    private sealed class Writer(LogBook book) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book.Lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
