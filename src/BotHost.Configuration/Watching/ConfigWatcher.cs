using System.Collections.Immutable;
using BotHost.Announcements.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotHost.Configuration.Watching;

/// <summary>Takes an edited config while the bot runs: as a whole and without errors, or not at all.</summary>
/// <remarks>
/// It goes by the machine's clock, also in a rehearsal. An edit is in force about a second after the file system told of it, and
/// a little over three seconds after it where nothing tells. The file system is asked for notifications, but never relied upon.
/// </remarks>
public sealed partial class ConfigWatcher(
    CatalogueReader reader,
    CatalogueStore store,
    AcceptedConfig accepted,
    IConfigReports reports,
    TimeProvider machine,
    ILogger<ConfigWatcher> logger) : BackgroundService
{
    /// <summary>How often the folder is looked at where nothing rings.</summary>
    public static readonly TimeSpan ScanEvery = TimeSpan.FromSeconds(2);

    /// <summary>How long the files must have stayed as they are before they are read.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    // A program that writes into the folder all the time must not keep the bot busy with looking.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    // Where times are coarse (two seconds on some shares), an edit right after the one that was seen may leave length and time
    // as they were; where times are copied along, any edit may, so that now and then everything is hashed.
    private const int ThoroughAfterEdit = 3;
    private const int ThoroughEvery = 15;

    private readonly ConfigVerdicts _verdicts = new(store, accepted, reports, machine, logger);

    private string? _directory;
    private FolderFingerprint? _seen;
    private IReadOnlyList<string> _listened = [];
    private ImmutableArray<string> _pictures = [];
    private int _scans;
    private string? _lastFailure;
    private string? _lastDeafness;

    /// <summary>Whether the file system is asked for notifications; without them only the scan is left.</summary>
    internal bool Listens { get; init; } = true;

    /// <summary>Called once, before the host starts, by whoever has read the config; without it nothing is watched.</summary>
    /// <param name="directory">The config folder.</param>
    /// <param name="inForce">The reading whose catalogue is in force.</param>
    /// <param name="folder">The folder's own reading: the same, or one with errors, which were told already.</param>
    public void Begin(string directory, CatalogueReading inForce, CatalogueReading folder)
    {
        ArgumentNullException.ThrowIfNull(inForce);
        ArgumentNullException.ThrowIfNull(folder);
        _directory = directory;
        _pictures = NamesOf(folder);
        _verdicts.Begin(inForce, folder);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_directory is not { } directory)
        {
            return;
        }

        using var bell = new FolderBell();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await LookAndTellAsync(directory, bell, stoppingToken);
                await PauseAsync(bell, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The planned end.
        }
    }

    private async Task LookAndTellAsync(string directory, FolderBell bell, CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(directory, bell, cancellationToken);
            await _verdicts.TellAsync(cancellationToken);
            _lastFailure = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The next look tries again; what is in force stays.
            if (_lastFailure != exception.Message)
            {
                Log.LookFailed(logger, exception, directory);
            }

            _lastFailure = exception.Message;
        }
    }

    private async Task LookAsync(string directory, FolderBell bell, CancellationToken cancellationToken)
    {
        var rang = bell.Reset();
        var isThorough = rang || _scans < ThoroughAfterEdit || _scans % ThoroughEvery == 0;
        _scans++;
        var now = FolderFingerprint.Take(directory, _seen, isThorough, _pictures);
        if (_seen?.IsSameAs(now) is true)
        {
            _seen = now;
            if (!now.Folders.SequenceEqual(_listened))
            {
                Listen(bell, now);
            }

            return;
        }

        await SettleAndTakeAsync(directory, now, bell, cancellationToken);
    }

    private async Task SettleAndTakeAsync(string directory, FolderFingerprint last, FolderBell bell, CancellationToken cancellationToken)
    {
        while (true)
        {
            Listen(bell, last);
            await Task.Delay(Quiet, machine, cancellationToken);
            var before = FolderFingerprint.Take(directory, last, thorough: true, _pictures);
            if (!before.IsSameAs(last))
            {
                last = before;
                continue;
            }

            // A picture that is named for the first time changes the fingerprint, too: it may not be there as a whole yet.
            var reading = accepted.ReadEdit(reader, directory);
            _pictures = NamesOf(reading);
            last = FolderFingerprint.Take(directory, before, thorough: true, _pictures);
            if (!last.IsSameAs(before))
            {
                continue;
            }

            // What cannot be kept is not taken, and looked at again.
            _seen = _verdicts.Judge(reading) ? last : null;
            _scans = 0;
            return;
        }
    }

    private static ImmutableArray<string> NamesOf(CatalogueReading reading) => [.. reading.Pictures.Select(picture => picture.Name)];

    private void Listen(FolderBell bell, FolderFingerprint fingerprint)
    {
        _listened = fingerprint.Folders;
        if (!Listens)
        {
            return;
        }

        var deafness = bell.Watch(fingerprint.Folders);
        if (deafness is not null && deafness != _lastDeafness)
        {
            Log.NoNotifications(logger, deafness, ScanEvery.TotalSeconds);
        }

        _lastDeafness = deafness;
    }

    private async Task PauseAsync(FolderBell bell, CancellationToken cancellationToken)
    {
        await Task.Delay(ShortestPause, machine, cancellationToken);
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(bell.Rung, Task.Delay(ScanEvery - ShortestPause, machine, rest.Token));
        await rest.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Looking after the config in {Directory} failed; the last good one stays in force, and the next look tries again")]
        public static partial void LookFailed(ILogger logger, Exception exception, string directory);

        [LoggerMessage(2, LogLevel.Debug, "No notifications of changed files ({Reason}); the config is looked at every {Seconds} s all the same")]
        public static partial void NoNotifications(ILogger logger, string reason, double seconds);
    }
}
