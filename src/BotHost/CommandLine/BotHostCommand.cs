using System.CommandLine;

namespace BotHost.CommandLine;

/// <summary>The command line: one verb each for running, rehearsing, starting out, checking and looking ahead.</summary>
internal static class BotHostCommand
{
    public static async Task<int> InvokeAsync(IReadOnlyList<string> args)
    {
        var root = new RootCommand("Announces upcoming talks on Discord and Telegram, reminds of them, and answers questions about them.")
        {
            RunVerb.Create(),
            SandboxVerb.Create(),
            InitVerb.Create(),
            CheckVerb.Create(),
            PlanVerb.Create(),
            PreviewVerb.Create(),
        };
        var parsed = root.Parse(args);
        var exitCode = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }
}
