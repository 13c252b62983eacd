using BotHost.Configuration.Import.Texts;
using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>A talk while its announcement is read line by line.</summary>
internal sealed class Draft(Head head)
{
    private readonly List<(string Line, FoundWhen When)> _whens = [];
    private readonly List<string> _summary = [];
    private string? _startReason;

    public Head Head { get; } = head;

    public string? Place { get; set; }

    public string? Address { get; set; }

    public string? Map { get; set; }

    public string? Online { get; set; }

    public string? Language { get; set; }

    public List<ImportedPerson> People { get; } = [];

    public List<ImportedLink> Links { get; } = [];

    public List<string> Labels { get; } = [];

    public List<string> Doubts { get; } = [];

    /// <summary>Lines that say nothing yet, such as a place that is to be announced, and labels for which the config has no place.</summary>
    public List<string> Asides { get; } = [];

    /// <summary>The line that says when the talk is over.</summary>
    public (string Line, FoundWhen When)? End { get; set; }

    public bool IsSaidToBeOnline { get; set; }

    public void Join(ImportedPerson person)
    {
        People.Add(person);
        if (person.Quoted is { } title && title != Head.Title)
        {
            Tell($"{person.Name}: {title}");
        }
    }

    public void Tell(string words) => _summary.Add(words.Trim());

    /// <summary>The last line of the summary, where it announces what stands below it: then it is no line of the summary.</summary>
    public string? TakeAnnouncing()
    {
        if (_summary is not [.., { Length: > 1 and <= 60 } last] || last[^1] is not (':' or '：' or '↓' or '→'))
        {
            return null;
        }

        _summary.RemoveAt(_summary.Count - 1);
        return last.TrimEnd(':', '：', '↓', '→', ' ');
    }

    public void Part()
    {
        if (_summary is [.., { Length: > 0 }])
        {
            _summary.Add("");
        }
    }

    public void AddWhen(string line, FoundWhen when) => _whens.Add((line.Trim(), when));

    public void StartIsOpen(string words) => _startReason ??= words.Trim();

    public ImportedTalk Finish(LocalDate today)
    {
        var start = _whens.Exists(line => !line.When.IsNothing)
            ? StartFinder.Find(_whens, today)
            : InProse(today);
        start = WithEnd(start);
        TitleFromSummary();
        if (IsSaidToBeOnline && Online is null)
        {
            Doubts.Add("The talk is online, but the announcement gives no link for it");
        }

        return new ImportedTalk
        {
            Heading = Head.Heading,
            Series = Head.Series,
            Number = Head.Number,
            Title = Head.Title,
            Subtitle = Head.Subtitle,
            Start = start with { Reason = _startReason },
            Place = Place,
            Address = Address,
            Map = Map,
            Online = Online,
            Language = Language,
            People = [.. People],
            Links = [.. Links],
            Summary = [.. _summary],
            Labels = [.. Labels, Head.SeriesLine ?? ""],
            Doubts = [.. Doubts],
            Asides = [.. Asides],
        };
    }

    /// <summary>An end within a day of the start gives the length; any other stays as the announcement has it.</summary>
    private ImportedStart WithEnd(ImportedStart start)
    {
        if (End is not var (line, when))
        {
            return start;
        }

        if (start is { Date: { } date, Time: { } time } && when.Time is { } until && when.Zones.IsEmpty)
        {
            var day = when.Date is { } named ? new LocalDate(named.Year ?? date.Year, named.Month, Math.Min(named.Day, 28)).PlusDays(named.Day - Math.Min(named.Day, 28)) : date;
            day = when.Date is null && until.From <= time ? day.PlusDays(1) : day;
            var minutes = (long)Period.Between(date + time, (until.IsNextDay ? day.PlusDays(1) : day) + until.From, PeriodUnits.Minutes).Minutes;
            if (minutes is > 0 and <= 24 * 60 && (start.Minutes is null || start.Minutes == minutes))
            {
                return start with { Minutes = (int)minutes, Sources = [.. start.Sources, line] };
            }
        }

        Asides.Add(line);
        return start with { Doubts = [.. start.Doubts, "The announcement says when the talk ends, but no length could be told from it"] };
    }

    /// <summary>A sentence may name the evening; that counts only if it is the one sentence that does, and lies ahead.</summary>
    private ImportedStart InProse(LocalDate today)
    {
        var told = _summary.Select(line => (Line: line, When: WhenRecogniser.Read(Piece.Of(line))))
            .Where(line => line.When.Date is { } date && (date.Weekday is not null || line.When.Time is not null) && !line.When.HasSeveralDates)
            .ToList();
        if (told is not [var only])
        {
            return ImportedStart.Unknown;
        }

        var start = StartFinder.Find(told, today);
        return start.Date >= today
            ? start with { Doubts = [.. start.Doubts, "The start was read from a sentence of the summary"] }
            : ImportedStart.Unknown;
    }

    /// <summary>Without a title, a first line that is short enough to be one becomes it.</summary>
    private void TitleFromSummary()
    {
        if (Head.Title is null && Head.Number is null && _summary is [{ Length: > 0 and <= 120 } first, ..] && first is not (['-' or '*' or '•', ..] or [.., ',' or '、' or '，' or '.' or '。']))
        {
            Head.Title = first;
            _summary.RemoveAt(0);
        }
    }
}
