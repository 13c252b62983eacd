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
        await EndAsync(victim);

        Assert.Equal("kill-1", planned["id"]);
        Assert.Equal(KilledBySignal9, victim.ExitCode);
        var kill = (await scene.ReadControlAsync("/control/kills")).Body!.AsArray().Single()!;
        Assert.Equal(
            ("kill-1", $"{victim.Id}", "time", "true", "700"),
            (kill["id"]!.ToString(), kill["pid"]!.ToString(), kill["at"]!.ToString(), kill["wasAlive"]!.ToString(), kill["delayMilliseconds"]!.ToString()));
        Assert.Equal(404, (await scene.DeleteControlAsync("/control/kills/kill-1")).Status);
    }

    [Fact]
    public async Task A_process_is_killed_when_a_file_appears_and_others_when_it_changes_again()
    {
        await using var scene = await Scene.StartAsync();
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "bothost.db-wal");
        Process[] victims = [Sleeper(), Sleeper(), Sleeper()];
        for (var nth = 1; nth <= 3; nth++)
        {
            await scene.ControlAsync("/control/kills", $$"""{"killPid":{{victims[nth - 1].Id}},"whenFile":"{{file}}","nthChange":{{nth}}}""");
        }

        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bothost.db"), "another file", Scene.Stop);
        for (var nth = 1; nth <= 3; nth++)
        {
            // An empty file appears, then a byte is written, then another: each is one change.
            await File.AppendAllTextAsync(file, nth == 1 ? "" : "x", Scene.Stop);
            await EndAsync(victims[nth - 1]);
            await scene.Server.Record.WaitUntilAsync(all => all.Count(entry => entry.Kind == RecordKinds.Kill) >= nth, Scene.Stop);
            Assert.Equal(KilledBySignal9, victims[nth - 1].ExitCode);
            Assert.All(victims[nth..], victim => Assert.False(victim.HasExited));
        }

        folder.Delete(recursive: true);
        Assert.Equal([(1L, 0L), (2L, 1L), (3L, 2L)], scene.Server.Kills.Select(kill => (kill.Nth!.Value, kill.FileLength!.Value)));
        Assert.All(scene.Server.Kills, kill => Assert.Equal((KillOccasion.File, file, true), (kill.At, kill.File, kill.WasAlive)));
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
        await EndAsync(victim);

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
        await EndAsync(victim);

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
        await EndAsync(victim);

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

    private static Task EndAsync(Process victim) => victim.WaitForExitAsync(Scene.Stop).WaitAsync(TimeSpan.FromSeconds(20), Scene.Stop);

    private static Process Sleeper() => Process.Start("sleep", "60");
}
