using BotHost.Announcements.Delivery.Ledgers;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Updates;

/// <summary>Keeps the mark of the taken updates in the notebook, and in memory alone while the store does not work.</summary>
/// <remarks>
/// The next call confirms a batch to the platform as well, so an unwritten mark costs something only where the process ends between the two:
/// then one batch is answered twice, which commands survive. Leaving everybody without an answer would cost more.
/// </remarks>
internal sealed partial class MarkNotes(INotebook notebook, ILogger<MarkNotes> logger)
{
    private bool _isBehind;

    public async Task<PollMark> ReadAsync(string key, CancellationToken cancellationToken) =>
        PollMark.Parse(await notebook.ReadAsync(CommandMenu.Room, key, cancellationToken));

    public async Task KeepAsync(string key, PollMark mark, CancellationToken cancellationToken)
    {
        try
        {
            await notebook.WriteAsync(CommandMenu.Room, key, mark.ToString(), cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            if (!_isBehind)
            {
                _isBehind = true;
                Log.MarkNotKept(logger, unavailable.Message);
            }

            return;
        }

        if (_isBehind)
        {
            _isBehind = false;
            Log.MarkKeptAgain(logger);
        }
    }

    /// <summary>Writes down what could not be written before.</summary>
    public Task CatchUpAsync(string key, PollMark mark, CancellationToken cancellationToken) =>
        _isBehind ? KeepAsync(key, mark, cancellationToken) : Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Which of Telegram's updates were taken cannot be written down now; they are answered all the same, and some may be answered twice after a crash. {Reason}")]
        public static partial void MarkNotKept(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Which of Telegram's updates were taken is written down again")]
        public static partial void MarkKeptAgain(ILogger logger);
    }
}
