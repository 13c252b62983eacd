using System.Diagnostics;
using System.Text.Json;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    private const string Post = "/channels/" + Sample.Text + "/messages";
    private const string Message = """{"content":"x"}""";

    [Fact]
    public async Task A_status_before_acceptance_leaves_nothing_behind()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ControlAsync("/sandbox/faults", """[{"platform":"discord","route":"create-message","nth":2,"count":2,"phase":"before-accept","action":{"status":502,"body":"<html>bad gateway</html>"}}]""");

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            statuses.Add((await scene.PostAsync(Post, Message)).Status);
        }

        Assert.Equal([200, 502, 502, 200], statuses);
        Assert.Equal(2, scene.Count(RecordKinds.MessageCreated));
        Assert.Equal(2, scene.Count(RecordKinds.Fault));
    }

    [Theory]
    [InlineData(FaultPhase.BeforeAccept, 0)]
    [InlineData(FaultPhase.AfterAccept, 1)]
    public async Task A_reset_keeps_the_answer_back_and_the_phase_says_whether_it_was_posted(FaultPhase phase, int posted)
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.AddFaults(new SandboxFault { Platform = "discord", Route = "POST /channels/{channel}/messages", Phase = phase, Action = new FaultAction { Reset = true } });

        await Assert.ThrowsAsync<HttpRequestException>(() => scene.PostAsync(Post, Message));

        Assert.Equal(posted, scene.Count(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task An_answer_may_still_arrive_before_the_connection_ends()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.AddFaults(new SandboxFault { Route = "sendMessage", Phase = FaultPhase.AfterAnswer, Action = new FaultAction { Reset = true } });

        var answer = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"x"}""");

        Assert.Equal(200, answer.Status);
        Assert.Equal(1, scene.Count(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task A_posted_message_may_be_answered_with_an_error()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.AddFaults(new SandboxFault { Route = "create-message", Phase = FaultPhase.AfterAccept, Action = new FaultAction { Status = 500, Body = JsonSerializer.SerializeToElement(new { code = 0 }) } });

        var answer = await scene.PostAsync(Post, Message);

        Assert.Equal((500, """{"code":0}"""), (answer.Status, answer.Text));
        Assert.Equal(1, scene.Count(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task A_flood_answer_has_the_form_of_its_platform()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.AddFaults(
            new SandboxFault { Route = "create-message", Action = new FaultAction { RetryAfter = 1.5 } },
            new SandboxFault { Route = "sendMessage", Action = new FaultAction { RetryAfter = 3 } });

        var discord = await scene.PostAsync(Post, Message);
        var telegram = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"x"}""");

        Assert.Equal((429, 1.5, "2"), (discord.Status, (double)discord.Body!["retry_after"]!, discord.Headers.GetValues("Retry-After").Single()));
        Assert.Equal((429, 3), (telegram.Status, (int)telegram.Body!["parameters"]!["retry_after"]!));
        Assert.Equal(0, scene.Count(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task A_stall_holds_the_answer_in_machine_time()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        scene.Server.AddFaults(new SandboxFault { Route = "create-message", Phase = FaultPhase.AfterAccept, Action = new FaultAction { StallMilliseconds = 60_000 } });

        var posting = scene.PostAsync(Post, Message);
        await scene.Server.Record.WaitForAsync(entry => entry.Kind == RecordKinds.Fault, Scene.Stop);
        Assert.False(posting.IsCompleted);
        Assert.Equal(1, scene.Count(RecordKinds.MessageCreated));
        while (!posting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(60));
            await Task.Yield();
        }

        Assert.Equal(200, (await posting).Status);
    }

    [Fact]
    public async Task A_process_can_be_killed_at_the_moment_between()
    {
        await using var scene = await Scene.StartAsync();
        using var victim = Process.Start("sleep", "60");
        scene.Server.AddFaults(new SandboxFault { Route = "create-message", Phase = FaultPhase.AfterAccept, Action = new FaultAction { KillPid = victim.Id } });

        await Assert.ThrowsAsync<HttpRequestException>(() => scene.PostAsync(Post, Message));
        await victim.WaitForExitAsync(Scene.Stop);

        Assert.Equal(128 + 9, victim.ExitCode);
        Assert.Equal(1, scene.Count(RecordKinds.MessageCreated));
    }

    [Fact]
    public async Task A_fault_with_a_mistake_is_refused_with_its_place()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.ControlAsync("/sandbox/faults", """[{"rute":"create-message","action":{}}]""");

        Assert.Equal(400, answer.Status);
        Assert.Contains("rute", answer["error"], StringComparison.Ordinal);
    }
}
