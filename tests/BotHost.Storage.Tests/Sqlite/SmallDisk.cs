using System.Diagnostics;

namespace BotHost.Storage.Tests.Sqlite;

/// <summary>A file system in memory of a given size, that can be made read-only and back. Only root of Linux may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>A new one; the test is skipped by name where it cannot be had.</summary>
    public static SmallDisk Mount(string size)
    {
        var folder = Directory.CreateTempSubdirectory("bothost-disk-").FullName;
        if (!OperatingSystem.IsLinux() || !Run("mount", "-t", "tmpfs", "-o", $"size={size}", "bothost-test", folder))
        {
            Directory.Delete(folder);
            Assert.Skip("Only root of Linux may mount a small disk; run the tests where that is allowed.");
        }

        return new SmallDisk(folder);
    }

    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", Folder));

    public void MakeWritable() => Assert.True(Run("mount", "-o", "remount,rw", Folder));

    public void Dispose()
    {
        if (Run("umount", "--lazy", Folder))
        {
            Directory.Delete(Folder);
        }
    }

    private static bool Run(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
