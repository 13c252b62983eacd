using System.Collections.Frozen;
using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotHost.Announcements.Commands;

/// <summary>Brings each command to its handler and each press to the handler of its verb.</summary>
internal sealed partial class CommandRouter(IServiceProvider services, ILogger<CommandRouter> logger) : ICommandRouter
{
    private const int MaxSuggestions = 25;

    // Handlers ask the platforms for rights, and the platforms ask for this router: whoever is made first, the circle stays open.
    private readonly Lazy<FrozenDictionary<string, ICommandHandler>> _handlers = new(() =>
        services.GetServices<ICommandHandler>().ToFrozenDictionary(handler => handler.Definition.Name, StringComparer.OrdinalIgnoreCase));

    private readonly Lazy<FrozenDictionary<string, IPressHandler>> _pressHandlers = new(() =>
        services.GetServices<IPressHandler>()
            .SelectMany(handler => handler.Verbs.Select(verb => KeyValuePair.Create(verb, handler)))
            .ToFrozenDictionary(StringComparer.Ordinal));

    public IReadOnlyList<CommandDefinition> Commands => CommandTable.All;

    public async Task<Reply> AnswerAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return command.IsPress
                ? await AnswerPressAsync(command, cancellationToken)
                : await HandlerOf(command.Name).HandleAsync(command, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (LedgerUnavailableException unavailable)
        {
            // The message says what to do about it; where in this program it was met helps nobody.
            Log.NotWrittenDown(logger, command.Name, command.Author.Platform.Value, unavailable.Message);
            return Reply.Whisper(Wording.For(command.Locale).NothingCanBeKept);
        }
        catch (Exception exception)
        {
            Log.CommandFailed(logger, exception, command.Name, command.Author.Platform.Value);
            return Reply.Whisper(Wording.For(command.Locale).Failed);
        }
    }

    public IReadOnlyList<Suggestion> Suggest(string command, string option, string typed)
    {
        if (!_handlers.Value.TryGetValue(command, out var handler) || handler.Definition.Options.All(known => known.Name != option))
        {
            return [];
        }

        try
        {
            return [.. handler.Suggest(typed).Take(MaxSuggestions)];
        }
        catch (Exception exception)
        {
            Log.SuggestionsFailed(logger, exception, handler.Definition.Name);
            return [];
        }
    }

    private ICommandHandler HandlerOf(string name) =>
        _handlers.Value.TryGetValue(name, out var handler) ? handler : _handlers.Value[CommandTable.Help.Name];

    private async Task<Reply> AnswerPressAsync(IncomingCommand press, CancellationToken cancellationToken) =>
        _pressHandlers.Value.TryGetValue(press.Name, out var handler)
            ? await handler.PressAsync(press, cancellationToken)
            : Reply.Whisper(Wording.For(press.Locale).UnknownButton);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The command '{Command}' from {Platform} failed.")]
        public static partial void CommandFailed(ILogger logger, Exception exception, string command, string platform);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The command '{Command}' from {Platform} was not carried out, because nothing can be written down. {Reason}")]
        public static partial void NotWrittenDown(ILogger logger, string command, string platform, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Completing an argument of the command '{Command}' failed.")]
        public static partial void SuggestionsFailed(ILogger logger, Exception exception, string command);
    }
}
