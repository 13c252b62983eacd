using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;
using NodaTime;

namespace BotHost.Announcements.Commands;

/// <summary>
/// Remembers what was decided below reports, in the words that people read: every copy of a report is to show them. They are on record before the
/// question counts as answered, so a crash between the two loses no word.
/// </summary>
public sealed class DecidedQuestions(ILedger ledger) : IDisposable
{
    private const string Kind = "decided";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    private Dictionary<long, string>? _words;

    /// <summary>Writes down what was decided; what was decided first stays.</summary>
    /// <param name="question">The ledger's row.</param>
    /// <param name="words">The first line says what was decided and by whom; the others are the list that it is about.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops before it is written.</param>
    public async Task RecordAsync(long question, string words, Instant now, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var known = await LoadAsync(cancellationToken);
            if (!known.ContainsKey(question))
            {
                await ledger.SeeAsync([(Kind, string.Create(CultureInfo.InvariantCulture, $"{question} {words}"))], now, cancellationToken);
                known[question] = words;
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>What was decided; null while it is open.</summary>
    public async Task<string?> FindAsync(long question, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return (await LoadAsync(cancellationToken)).GetValueOrDefault(question);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<Dictionary<long, string>> LoadAsync(CancellationToken cancellationToken)
    {
        if (_words is null)
        {
            var read = new Dictionary<long, string>();
            foreach (var sighting in await ledger.ReadSightingsAsync(Kind, cancellationToken))
            {
                if (sighting.Id.Split(' ', 2) is [var question, var words] && long.TryParse(question, NumberStyles.None, CultureInfo.InvariantCulture, out var row))
                {
                    read.TryAdd(row, words);
                }
            }

            _words = read;
        }

        return _words;
    }
}
