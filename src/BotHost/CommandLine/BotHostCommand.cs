using System.CommandLine;
using BotHost.Composition;
using Microsoft.Extensions.Options;

namespace BotHost.CommandLine;

/// <summary>The command line: one verb each for running, rehearsing, starting out, importing, checking, looking ahead and looking back.</summary>
internal static class BotHostCommand
{
    public static Task<int> InvokeAsync(IReadOnlyList<string> args) => InvokeAsync(args, new InvocationConfiguration());

    public static async Task<int> InvokeAsync(IReadOnlyList<string> args, InvocationConfiguration terminal)
    {
        var root = new RootCommand("Announces upcoming talks on Discord and Telegram, reminds of them, and answers questions about them.")
        {
            RunVerb.Create(),
            SandboxVerb.Create(),
            InitVerb.Create(),
            CheckVerb.Create(),
            PlanVerb.Create(),
            PreviewVerb.Create(),
            ImportVerb.Create(),
            LedgerVerb.Create(),
        };
        var parsed = root.Parse(args);
        if (UnknownCommand(parsed) is { } unknown)
        {
            Terminal.Fail(unknown, terminal.Error);
            return ExitCode.Usage;
        }

        terminal.EnableDefaultExceptionHandler = false;
        try
        {
            var exitCode = await parsed.InvokeAsync(terminal);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
        }
        catch (InvalidDataException unreadable)
        {
            return Terminal.Fail(Settings.Describe(unreadable), terminal.Error);
        }
        catch (OptionsValidationException invalid)
        {
            return Terminal.Fail(string.Join(Environment.NewLine, invalid.Failures), terminal.Error);
        }
        catch (IOException problem)
        {
            // Most often what the output goes to: a full disk, or a pipe that is gone.
            return Terminal.Fail($"bothost could not go on: {problem.Message.TrimEnd('.')}. Look whether there is room on the disk, and whether what reads its output still does.", terminal.Error);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Terminal.Fail($"bothost met a fault of its own and ends: {fault}", terminal.Error);
        }
    }

    /// <summary>What to say of a word that stands where a command should; the parser would first say that none was given.</summary>
    private static string? UnknownCommand(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var word = parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-'));
        if (word is null || command.Subcommands.Count == 0)
        {
            return null;
        }

        var prefix = command is RootCommand ? "bothost" : $"bothost {command.Name}";
        return $"There is no `{prefix} {word}`. There are {string.Join(", ", command.Subcommands.Select(one => one.Name))}; `{prefix} --help` explains them.";
    }
}
