using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using BotHost.Configuration.Tests.Builders;
using BotHost.Configuration.Watching;

namespace BotHost.Configuration.Tests.Watching;

/// <summary>Whatever lies in the folder, looking at it and reading it end soon.</summary>
public sealed class BoundedReadingTests : IDisposable
{
    // Milliseconds: a reader that opens a pipe waits for ever, and a busy machine takes its time to make ten thousand files.
    private const int Deadline = 120_000;

    private readonly ConfigOnDisk _config = new();

    [Fact(Timeout = Deadline)]
    public async Task A_pipe_is_refused_and_never_opened()
    {
        using var make = Process.Start("mkfifo", [Path.Combine(_config.Root, "talks/pipe.yaml")]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("talks/pipe.yaml:1:1 empty-file", await OnlyErrorAsync());
    }

    [Fact(Timeout = Deadline)]
    public async Task A_socket_is_refused()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_config.Root, "talks/s.yaml")));

        Assert.Equal("talks/s.yaml:1:1 empty-file", await OnlyErrorAsync());
    }

    [Fact(Timeout = Deadline)]
    public async Task A_link_to_a_device_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_config.Root, "talks/zero.yaml"), "/dev/zero");

        Assert.Equal("talks/zero.yaml:1:1 link-outside", await OnlyErrorAsync());
    }

    [Fact(Timeout = Deadline)]
    public async Task A_file_of_fifty_megabytes_is_refused_without_being_read()
    {
        await using (var file = File.Create(Path.Combine(_config.Root, "talks/large.yaml")))
        {
            file.SetLength(50_000_000);
        }

        var before = GC.GetTotalAllocatedBytes();
        var error = await OnlyErrorAsync();

        Assert.Equal("talks/large.yaml:1:1 too-large", error);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 20_000_000);
    }

    [Fact(Timeout = Deadline)]
    public async Task A_folder_in_place_of_a_file_is_refused()
    {
        _config.Write("talks/b.yaml/c.txt", "");

        Assert.Equal("talks/b.yaml:1:1 not-a-file", await OnlyErrorAsync());
    }

    [Fact(Timeout = Deadline)]
    public async Task Ten_thousand_files_are_one_finding()
    {
        for (var i = 0; i < 10_000; i++)
        {
            File.WriteAllText(Path.Combine(_config.Root, string.Create(CultureInfo.InvariantCulture, $"talks/{i}.yaml")), "id: [\n");
        }

        Assert.Equal("talks:1:1 too-many-files", await OnlyErrorAsync());
    }

    [Fact(Timeout = Deadline)]
    public async Task More_than_sixty_four_megabytes_together_are_one_finding()
    {
        for (var i = 0; i < 70; i++)
        {
            await using var file = File.Create(Path.Combine(_config.Root, string.Create(CultureInfo.InvariantCulture, $"talks/{i}.yaml")));
            file.SetLength(950_000);
        }

        Assert.Equal("talks:1:1 too-large-together", await OnlyErrorAsync());
    }

    [Fact]
    public void A_scan_of_two_thousand_files_opens_none_and_is_over_at_once()
    {
        for (var i = 0; i < 2_000; i++)
        {
            File.WriteAllText(Path.Combine(_config.Root, string.Create(CultureInfo.InvariantCulture, $"talks/{i}.yaml")), $"id: talk-{i}\nseries: talks\ntitle: T\nstart: 2027-03-02\n");
        }

        var seen = FolderFingerprint.Take(_config.Root, null, thorough: true);
        FolderFingerprint.Take(_config.Root, seen, thorough: false);
        var start = TimeProvider.System.GetTimestamp();
        var same = true;
        for (var i = 0; i < 10; i++)
        {
            same &= ReferenceEquals(seen, FolderFingerprint.Take(_config.Root, seen, thorough: false));
        }

        var each = TimeProvider.System.GetElapsedTime(start) / 10;
        TestContext.Current.SendDiagnosticMessage("A scan of 2000 files took {0} ms", each.TotalMilliseconds);

        // A tenth of that is usual; the bound leaves room for a busy machine.
        Assert.True(same);
        Assert.True(each < TimeSpan.FromMilliseconds(400), $"A scan took {each}.");
    }

    public void Dispose() => _config.Dispose();

    private Task<string> OnlyErrorAsync() => Task.Run(
        () =>
        {
            FolderFingerprint.Take(_config.Root, null, thorough: true);
            var error = Assert.Single(_config.Read().Errors);
            return $"{error.Where} {error.Rule}";
        },
        TestContext.Current.CancellationToken);
}
