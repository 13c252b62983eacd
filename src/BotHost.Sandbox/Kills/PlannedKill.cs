namespace BotHost.Sandbox;

/// <summary>A kill that is aimed at no request: after a while, or at a change of a file.</summary>
public sealed record PlannedKill
{
    /// <summary>What the kill is called when it is called off. Default: a name of the sandbox's own, which planning it returns.</summary>
    public string? Id { get; init; }

    /// <summary>The process that gets SIGKILL; it must run when the kill is planned.</summary>
    public required int KillPid { get; init; }

    /// <summary>How long after the planning, or after the change of the file, in machine time. Default: at once.</summary>
    public int AfterMilliseconds { get; init; }

    /// <summary>A file in a folder that exists; the file itself need not exist yet. Default: none, time alone decides.</summary>
    public string? WhenFile { get; init; }

    /// <summary>At which change of the file, counted from 1 since the planning; its appearance is one. Changes that follow each other too fast for the system to tell apart are one.</summary>
    public int NthChange { get; init => field = value == 0 ? 1 : value; } = 1;
}
