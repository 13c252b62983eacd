using System.Text.Json;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Storage.Archive;

/// <summary>Reads exported lines and lists everything that is wrong with them. Pure.</summary>
internal sealed class ArchiveReader
{
    private const string WholeFile = "export the ledger again, and copy the whole file";
    private const string AsExported = "put the line back as it was exported";

    private readonly List<ArchiveLine> _lines = [];
    private readonly List<LedgerImportProblem> _problems = [];
    private readonly ArchiveRules _rules = new();

    /// <summary>The lines; together with problems, they are not to be used.</summary>
    public static (IReadOnlyList<ArchiveLine> Lines, IReadOnlyList<LedgerImportProblem> Problems) Read(TextReader input)
    {
        var reader = new ArchiveReader();
        reader.ReadAll(input);
        return (reader._lines, reader._problems);
    }

    private void ReadAll(TextReader input)
    {
        if (!ReadHeader(input.ReadLine()))
        {
            return;
        }

        var number = 1;
        ArchiveLine.End? end = null;
        while (input.ReadLine() is { } text)
        {
            number++;
            if (end is not null)
            {
                Add(number, "there is something behind the last line", "remove it, and keep the lines of one export in a file");
                return;
            }

            end = ReadThing(text, number);
        }

        if (end is null)
        {
            Add(number, "the file ends too early: its last line is missing", WholeFile);
        }
    }

    private bool ReadHeader(string? text)
    {
        var header = text is null ? null : Parse(() => JsonSerializer.Deserialize(text, ArchiveJson.Lines.ArchiveHeader), out _);
        if (header is null || header.Format != ArchiveHeader.KnownFormat)
        {
            Add(1, "this is no exported ledger", "name a file that `bothost ledger export` has written");
            return false;
        }

        if (header.Version != ArchiveHeader.KnownVersion)
        {
            Add(1, $"it has version {header.Version}, and this BotHost reads version {ArchiveHeader.KnownVersion}", "import it with the BotHost that wrote it, or a newer one");
            return false;
        }

        return true;
    }

    /// <summary>Reads one line; returns it where it is the last.</summary>
    private ArchiveLine.End? ReadThing(string text, int number)
    {
        if (Parse(() => JsonSerializer.Deserialize(text, ArchiveJson.Lines.ArchiveLine), out var wrong) is not { } line)
        {
            Add(number, wrong, AsExported);
            return null;
        }

        if (line is ArchiveLine.End end)
        {
            // Lines that could not be read were there all the same.
            if (end.Things != number - 2)
            {
                Add(number, $"there were {end.Things} lines between the first and this one, and now there are {number - 2}", WholeFile);
            }

            _problems.AddRange(_rules.Conclude().Select(problem => new LedgerImportProblem(number, problem, AsExported)));
            return end;
        }

        _problems.AddRange(_rules.ProblemsOf(line).Select(problem => new LedgerImportProblem(number, problem, AsExported)));
        _lines.Add(line);
        return null;
    }

    private static T? Parse<T>(Func<T?> parse, out string wrong)
        where T : class
    {
        wrong = "the line says nothing";
        try
        {
            return parse();
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            wrong = $"the line cannot be understood: {error.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0].TrimEnd('.')}";
            return null;
        }
    }

    private void Add(int line, string text, string remedy) => _problems.Add(new LedgerImportProblem(line, text, remedy));
}
