using System.Diagnostics;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Kills;

public sealed class KillTests
{
    private const int KilledBySignal9 = 128 + 9;
    private const string Post = "/channels/" + Sample.Text + "/messages";

    [Fact]
    public async Task A_process_is_killed_after_a_while_and_not_before()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        using var victim = Sleeper();

        var planned = await scene.ControlAsync("/control/kills", $$"""{"killPid":{{victim.Id}},"afterMilliseconds":700}""");
        clock.Advance(TimeSpan.FromMilliseconds(699));
        Assert.Equal("[]", (await scene.ReadControlAsync("/control/kills")).Text);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await victim.WaitForExitAsync(Scene.Stop);

        Assert.Equal("kill-1", planned["id"]);
        Assert.Equal(KilledBySignal9, victim.ExitCode);
        var kill = (await scene.ReadControlAsync("/control/kills")).Body!.AsArray().Single()!;
        Assert.Equal(
            ("kill-1", $"{victim.Id}", "time", "true", "700"),
            (kill["id"]!.ToString(), kill["pid"]!.ToString(), kill["at"]!.ToString(), kill["wasAlive"]!.ToString(), kill["delayMilliseconds"]!.ToString()));
        Assert.Equal(404, (await scene.DeleteControlAsync("/control/kills/kill-1")).Status);
    }

    [Fact]
    public async Task A_process_is_killed_when_a_file_changes_for_the_nth_time()
    {
        await using var scene = await Scene.StartAsync();
        using var victim = Sleeper();
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "bothost.db-wal");
        await scene.ControlAsync("/control/kills", $$"""{"killPid":{{victim.Id}},"whenFile":"{{file}}","nthChange":3}""");

        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bothost.db"), "another file", Scene.Stop);
        while (scene.Server.Kills.Count == 0)
        {
            Scene.Stop.ThrowIfCancellationRequested();
            await File.AppendAllTextAsync(file, "x", Scene.Stop);
        }

        await victim.WaitForExitAsync(Scene.Stop);
        folder.Delete(recursive: true);
        Assert.Equal(KilledBySignal9, victim.ExitCode);
        var kill = Assert.Single(scene.Server.Kills);
        Assert.Equal((KillOccasion.File, 3L, file, true), (kill.At, kill.Nth, kill.File, kill.WasAlive));
        Assert.True(kill.FileLength >= 1);
    }

    [Fact]
    public async Task A_kill_by_a_fault_is_listed_with_its_request()
    {
        await using var scene = await Scene.StartAsync();
        using var victim = Sleeper();
        await scene.ControlAsync("/control/faults", $$"""
            {"id":"between","route":"create-message","target":"{{Sample.Text}}","containing":"(2/2)","nth":2,"phase":"after-accept","action":{"killPid":{{victim.Id}}} }
            """);

        await scene.PostAsync(Post, """{"content":"A (2/2)"}""");
        await scene.PostAsync(Post, """{"content":"B (1/2)"}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => scene.PostAsync(Post, """{"content":"B (2/2)"}"""));
        await victim.WaitForExitAsync(Scene.Stop);

        var kill = Assert.Single(scene.Server.Kills);
        Assert.Equal(("between", KillOccasion.Request, true, 2L), (kill.Id, kill.At, kill.WasAlive, kill.Nth));
        Assert.Equal(("discord", "POST /channels/{channel}/messages", Sample.Text), (kill.Platform, kill.Route, kill.ChatId));
        Assert.Equal((FaultPhase.AfterAccept, "(2/2)"), (kill.Phase, kill.Containing));
        Assert.Equal(1, scene.Count(RecordKinds.Kill));
        Assert.Equal(3, scene.Count(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task A_kill_some_time_after_a_request_lets_the_request_go_on()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        using var victim = Sleeper();
        scene.Server.AddFaults(new SandboxFault { Route = "sendMessage", Action = new FaultAction { KillPid = victim.Id, DelayMilliseconds = 40 } });

        var answer = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"x"}""");
        Assert.False(victim.HasExited);
        clock.Advance(TimeSpan.FromMilliseconds(40));
        await victim.WaitForExitAsync(Scene.Stop);

        Assert.Equal((200, KilledBySignal9), (answer.Status, victim.ExitCode));
        Assert.Equal((KillOccasion.Request, 40, $"{Sample.Group}"), (scene.Server.Kills.Single().At, scene.Server.Kills.Single().DelayMilliseconds, scene.Server.Kills.Single().ChatId));
    }

    [Fact]
    public async Task A_kill_that_comes_too_late_says_that_it_met_nobody()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        using var victim = Sleeper();
        await scene.ControlAsync("/control/kills", $$"""{"killPid":{{victim.Id}},"afterMilliseconds":700}""");
        victim.Kill();
        await victim.WaitForExitAsync(Scene.Stop);

        clock.Advance(TimeSpan.FromMilliseconds(700));

        Assert.False(scene.Server.Kills.Single().WasAlive);
    }

    [Fact]
    public async Task A_kill_can_be_called_off()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        using var victim = Sleeper();
        await scene.ControlAsync("/control/kills", $$"""{"id":"later","killPid":{{victim.Id}},"afterMilliseconds":700}""");

        var removed = await scene.DeleteControlAsync("/control/kills/later");
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(200, removed.Status);
        Assert.Empty(scene.Server.Kills);
        Assert.False(victim.HasExited);
        victim.Kill();
    }

    [Theory]
    [InlineData("""{"killPid":2000000000}""", "no process 2000000000")]
    [InlineData("""{"killPid":PID,"whenFile":"/no/such/folder/file"}""", "/no/such/folder does not exist")]
    [InlineData("""{"killPid":PID,"afterSeconds":1}""", "afterSeconds")]
    [InlineData("[]", "killPid")]
    public async Task A_kill_that_cannot_be_carried_out_is_refused_with_its_reason(string json, string reason)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.ControlAsync("/control/kills", json.Replace("PID", $"{Environment.ProcessId}", StringComparison.Ordinal));

        Assert.Equal(400, answer.Status);
        Assert.Contains(reason, answer["error"], StringComparison.Ordinal);
    }

    private static Process Sleeper() => Process.Start("sleep", "60");
}
