using System.ComponentModel;
using System.Diagnostics;

namespace BotHost.Sandbox.Kills;

/// <summary>A process that shall be killed: the one that has the number now, and none that gets it later.</summary>
internal sealed class Victim
{
    private readonly DateTime? _startedAt;

    private Victim(int id, DateTime? startedAt)
    {
        Id = id;
        _startedAt = startedAt;
    }

    public int Id { get; }

    public bool Exists => _startedAt is not null;

    public static Victim Of(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return new Victim(id, process.StartTime);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return new Victim(id, null);
        }
    }

    /// <summary>Sends SIGKILL and returns without waiting for the end; says whether there was anybody to receive it.</summary>
    public bool Kill()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            if (process.StartTime != _startedAt)
            {
                return false;
            }

            process.Kill();
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    public void WaitForEnd()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException)
        {
            // It has ended, which is what was waited for.
        }
    }
}
