using System.Diagnostics;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>The faults that the crash campaign must see are patches of the code: one that no longer applies proves nothing, and nobody would notice before the next campaign.</summary>
public sealed class MutationPatchTests
{
    public static TheoryData<string> Faults => [.. Directory.EnumerateFiles(Folder, "*.patch").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "mutations");

    [Fact]
    public void There_are_faults() => Assert.Equal(["claim-behind-send.patch", "varying-nonce.patch"], Faults.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_can_still_be_put_into_the_code(string patch)
    {
        var checkout = await GitAsync("rev-parse", "--show-cdup");
        Assert.SkipUnless(checkout is (0, ""), "This is no git checkout, or git is not installed (package git): whether the patches in tests/mutations still apply is not known.");

        var (code, words) = await GitAsync("apply", "--check", Path.Combine(Folder, patch));

        Assert.True(code == 0, $"tests/mutations/{patch} no longer applies: write the fault anew for the code as it is now.\n{words}");
    }

    private static async Task<(int Code, string Words)> GitAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var git = Process.Start(start)!;
            var output = git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = await git.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await git.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (git.ExitCode, $"{await output}{errors}".Trim());
        }
        catch (System.ComponentModel.Win32Exception notThere)
        {
            return (-1, notThere.Message);
        }
    }
}
