using BotHost.Announcements.Delivery;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.Logging;

namespace BotHost.Configuration.Watching;

/// <summary>Puts a good reading in force and keeps a bad one out, and says so: in the log at once, to the moderators once it has lasted.</summary>
internal sealed partial class ConfigVerdicts(
    CatalogueStore store,
    AcceptedConfig accepted,
    IConfigReports reports,
    TimeProvider machine,
    ILogger logger)
{
    /// <summary>
    /// How long the same broken config must have stood before the moderators are told: long enough for a folder to be copied or checked
    /// out and for a typo that its writer sees at the next look, and short enough to find the writer still at the desk.
    /// </summary>
    public static readonly TimeSpan ReportAfter = TimeSpan.FromSeconds(10);

    /// <summary>When a report that came back is tried again.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(15);

    private const int MostLogged = 100;

    private readonly HashSet<string> _logged = [];
    private CatalogueReading? _inForce;
    private string _warned = "";
    private BrokenConfig? _broken;
    private bool _told;
    private long _tellFrom;
    private string? _lastObstacle;

    public void Begin(CatalogueReading inForce, CatalogueReading folder)
    {
        _inForce = inForce;
        _warned = WordsOf(folder);
        _tellFrom = machine.GetTimestamp();
        if (folder.Catalogue is null)
        {
            _logged.Add(WordsOf(folder));
            Remember(BrokenConfig.Of(folder));
        }
    }

    /// <returns>False where a good reading could not be kept, so that it is not in force, either.</returns>
    public bool Judge(CatalogueReading reading)
    {
        var judged = reading.Against(store.Current);
        if (judged.Catalogue is not { } catalogue)
        {
            Reject(judged);
            return true;
        }

        return Accept(judged, catalogue);
    }

    /// <summary>Tells the moderators what is due to be told.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (_told || machine.GetTimestamp() < _tellFrom)
        {
            return;
        }

        _tellFrom = After(AskAgainAfter);
        _told = _broken is { } broken
            ? await reports.TellRejectedAsync(broken.Occasion, broken.Errors, cancellationToken)
            : await reports.TellMendedAsync(cancellationToken);
    }

    private void Reject(CatalogueReading reading)
    {
        var words = WordsOf(reading);
        if (_logged.Add(words))
        {
            Log.Rejected(logger, words);
        }

        Remember(BrokenConfig.Of(reading));
    }

    private void Remember(BrokenConfig broken)
    {
        if (_broken?.Occasion == broken.Occasion)
        {
            return;
        }

        _broken = broken;
        _told = false;
        _tellFrom = After(ReportAfter);
    }

    private bool Accept(CatalogueReading reading, TalkCatalogue catalogue)
    {
        var isNews = _inForce is null || !AcceptedConfig.AreSame(_inForce, reading);
        if (isNews && !IsKept(reading))
        {
            return false;
        }

        var beside = CatalogueChange.TellBeside(store.Current, catalogue);
        if (isNews)
        {
            // Last of all: from here on everybody sees the new catalogue.
            store.Swap(catalogue);
            _inForce = reading;
        }

        if (_broken is not null)
        {
            _broken = null;
            _told = false;
            _tellFrom = machine.GetTimestamp();
            _logged.Clear();
            Log.Mended(logger, catalogue.Talks.Count, beside);
        }
        else if (isNews)
        {
            Log.Taken(logger, catalogue.Talks.Count, beside);
        }

        Warn(WordsOf(reading), isNews);
        return true;
    }

    // A picture that came to harm changes nothing in force, and somebody has to mend it all the same.
    private void Warn(string words, bool isNews)
    {
        if (words.Length > 0 && (isNews || words != _warned))
        {
            Log.Warned(logger, words);
        }

        _warned = words;
    }

    private bool IsKept(CatalogueReading reading)
    {
        try
        {
            accepted.Keep(reading);
            _lastObstacle = null;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (_lastObstacle != exception.Message)
            {
                Log.NotKept(logger, exception.Message);
            }

            _lastObstacle = exception.Message;
            return false;
        }
    }

    private long After(TimeSpan delay) => machine.GetTimestamp() + (long)(delay.TotalSeconds * machine.TimestampFrequency);

    private static string WordsOf(CatalogueReading reading)
    {
        var lines = reading.Findings.Where(finding => finding.Severity is not Severity.Note).Select(finding => finding.ToString()).ToList();
        var more = lines.Count > MostLogged ? $"{Environment.NewLine}- and {lines.Count - MostLogged} more" : "";
        return string.Concat(lines.Take(MostLogged).Select(line => $"{Environment.NewLine}- {line}")) + more;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The edited config has errors; the last good one stays in force:{Findings}")]
        public static partial void Rejected(ILogger logger, string findings);

        [LoggerMessage(2, LogLevel.Information, "The config is right again and in force, with {Talks} talks{Beside}")]
        public static partial void Mended(ILogger logger, int talks, string beside);

        [LoggerMessage(3, LogLevel.Information, "The edited config is in force, with {Talks} talks{Beside}")]
        public static partial void Taken(ILogger logger, int talks, string beside);

        [LoggerMessage(4, LogLevel.Warning, "The config in force has warnings:{Findings}")]
        public static partial void Warned(ILogger logger, string findings);

        [LoggerMessage(5, LogLevel.Error, "The edited config is good, but the data folder cannot be written ({Problem}), so it is not in force; let the bot write there")]
        public static partial void NotKept(ILogger logger, string problem);
    }
}
