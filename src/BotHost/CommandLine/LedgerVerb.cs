using System.CommandLine;
using System.Text;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Composition;

namespace BotHost.CommandLine;

/// <summary><c>bothost ledger</c>: shows what the bot remembers, and carries it from one place to another.</summary>
internal static class LedgerVerb
{
    private static readonly string[] States = [.. Enum.GetNames<DeliveryState>().Select(name => name.ToLowerInvariant())];

    /// <summary>How a person asks for standard input.</summary>
    private const string StandardInput = "-";

    /// <summary>A file of another kind has a problem in every line; the first ones say it.</summary>
    private const int MostProblems = 20;

    // Strict, so that a file of another kind is refused and not imported with question marks in it.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Command Create()
    {
        var config = ConfigOption.Create();
        config.Recursive = true;
        return new Command("ledger", "Shows what the bot remembers of its posts, and exports, imports or copies it; connects to nothing. The ledger lies in the folder of the setting Data__Directory, else in data.")
        {
            config, Show(), Export(), Import(), Backup(),
        };
    }

    private static Command Show()
    {
        var subject = new Option<string?>("--subject") { Description = "Only the posts about this talk, series or person.", HelpName = "ID" };
        var state = new Option<string?>("--state") { Description = $"Only the posts that stand there: {string.Join(", ", States)}.", HelpName = "WORD" };
        state.AcceptOnlyFromAmong(States);
        var json = new Option<bool>("--json") { Description = "Print JSON for scripts; it is all there is on standard output." };
        var command = new Command("show", "Lists the posts with their messages and what follows them, also beside a running bot.") { subject, state, json };
        command.SetAction((parsed, cancellationToken) => WithRoomAsync(
            room => ShowAsync(room, parsed.GetValue(subject), parsed.GetValue(state), parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static Command Export()
    {
        var file = new Argument<string?>("file") { Description = "Where to write it; nothing is overwritten. Default: standard output.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("export", "Writes everything that the bot remembers as JSON lines, also beside a running bot.") { file };
        command.SetAction((parsed, cancellationToken) => WithRoomAsync(room => ExportAsync(room, parsed.GetValue(file), cancellationToken)));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "What `bothost ledger export` has written, or - for standard input." };
        var command = new Command("import", "Fills a new or empty ledger with what was exported; the bot must not be running on it.") { file };
        command.SetAction((parsed, cancellationToken) => WithRoomAsync(room => ImportAsync(room, parsed.GetValue(file)!, cancellationToken)));
        return command;
    }

    private static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "Where to write the copy; nothing is overwritten." };
        var command = new Command("backup", "Copies the database as it is at one moment, also beside a running bot; copying the file by other means may lose the latest posts.") { file };
        command.SetAction((parsed, cancellationToken) => WithRoomAsync(room => BackupAsync(room, parsed.GetValue(file)!, cancellationToken)));
        return command;
    }

    private static async Task<int> WithRoomAsync(Func<IServiceProvider, Task<int>> action)
    {
        using var room = Rooms.ReadingRoom(Settings.Read());
        try
        {
            return await action(room.Services);
        }
        catch (LedgerUnavailableException unavailable)
        {
            return Terminal.Fail(unavailable.Message);
        }
    }

    private static async Task<int> ShowAsync(IServiceProvider services, string? subject, string? state, bool asJson, CancellationToken cancellationToken)
    {
        var picture = await services.GetRequiredService<ILedgerPeek>().LookAsync(cancellationToken);
        var rows = picture?.Rows
            .Where(row => subject is null || row.Key.Subject == subject)
            .Where(row => state is null || row.State.ToString().Equals(state, StringComparison.OrdinalIgnoreCase))
            .ToList() ?? [];
        if (asJson)
        {
            await using var output = Console.OpenStandardOutput();
            LedgerJson.Write(rows, output);
            return ExitCode.Fine;
        }

        LedgerText.Write(rows, Console.Out);
        Console.Out.WriteLine(picture is null
            ? services.GetRequiredService<ILedgerPeek>().Lost is { } lost
                ? $"The ledger that was at {lost} is gone. {Catalogues.PutBack}"
                : $"There is no ledger yet at {services.GetRequiredService<ILedgerArchive>().Where}."
            : $"{Terminal.Count(rows.Count, "post")} of {picture.Rows.Count} in the ledger {picture.Where}.");
        return ExitCode.Fine;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string? file, CancellationToken cancellationToken)
    {
        var archive = services.GetRequiredService<ILedgerArchive>();
        if (file is null)
        {
            await using var output = new StreamWriter(Console.OpenStandardOutput(), Utf8);
            return await archive.ExportAsync(output, cancellationToken) ? ExitCode.Fine : NoLedger(archive);
        }

        var draft = file + ".partial";
        try
        {
            if (Path.Exists(file))
            {
                return Terminal.Fail($"There is something at '{file}' already, and an export overwrites nothing. Name another file.");
            }

            await using (var output = new StreamWriter(CreateOwned(draft), Utf8))
            {
                if (!await archive.ExportAsync(output, cancellationToken))
                {
                    return NoLedger(archive);
                }
            }

            File.Move(draft, file);
            Console.Out.WriteLine($"Exported the ledger {archive.Where} to {file}.");
            return ExitCode.Fine;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail($"The export cannot be written: {problem.Message.TrimEnd('.')}. Name a file in a folder that this user may write to.");
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string file, CancellationToken cancellationToken)
    {
        var archive = services.GetRequiredService<ILedgerArchive>();
        var name = file == StandardInput ? "standard input" : file;
        try
        {
            using var input = file == StandardInput ? new StreamReader(Console.OpenStandardInput(), Utf8) : new StreamReader(file, Utf8);
            var import = await archive.ImportAsync(input, cancellationToken);
            if (import.Problems.Length > 0)
            {
                return TellProblems([.. import.Problems.Distinct()], name);
            }

            Console.Out.WriteLine($"Imported {Terminal.Count(import.Deliveries, "post")} into the ledger {archive.Where}.");
            return ExitCode.Fine;
        }
        catch (DecoderFallbackException)
        {
            return Terminal.Fail($"'{name}' is not UTF-8 text: name a file that `bothost ledger export` has written.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail($"'{name}' cannot be read: {problem.Message.TrimEnd('.')}. Name a file that `bothost ledger export` has written.");
        }
    }

    private static int TellProblems(IReadOnlyList<LedgerImportProblem> problems, string name)
    {
        foreach (var problem in problems.Take(MostProblems))
        {
            Console.Error.WriteLine($"{name}:{problem.Line}: {Terminal.OneLine(problem.Text)}; {problem.Remedy}");
        }

        if (problems.Count > MostProblems)
        {
            Console.Error.WriteLine($"… and {problems.Count - MostProblems} more.");
        }

        return Terminal.Fail($"Nothing was imported: {Terminal.Count(problems.Count, "problem")} in {name}.");
    }

    private static async Task<int> BackupAsync(IServiceProvider services, string file, CancellationToken cancellationToken)
    {
        var archive = services.GetRequiredService<ILedgerArchive>();
        if (!await archive.BackupAsync(file, cancellationToken))
        {
            return NoLedger(archive);
        }

        Console.Out.WriteLine($"Copied the ledger {archive.Where} to {file}.");
        return ExitCode.Fine;
    }

    private static int NoLedger(ILedgerArchive archive) =>
        Terminal.Fail($"There is no ledger at {archive.Where}: run the bot first, or set Data__Directory to the folder where it keeps its files.");

    private static FileStream CreateOwned(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // What was sent in private is in it, too.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }
}
