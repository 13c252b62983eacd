namespace BotHost.CommandLine;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Findings, or a failure that the output explains.</summary>
    public const int Findings = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int Usage = 2;
}
