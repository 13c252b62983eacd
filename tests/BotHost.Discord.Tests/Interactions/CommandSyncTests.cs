using System.Text.Json.Nodes;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Discord.Tests.Rig;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Tests.Interactions;

public sealed class CommandSyncTests
{
    private const string Commands = "/api/v10/applications/900/commands";

    [Fact]
    public async Task Commands_are_registered_as_the_table_says()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        await (await discord.NextConnectionNowAsync()).WelcomeAsync();

        var body = await discord.BodyOfAsync("PUT", Commands);

        const string Expected = """
            [
              {"name":"next","type":1,"description":"The next talk","options":[],"contexts":[0,1],"integration_types":[0]},
              {"name":"speaker","type":1,"description":"About a speaker",
               "options":[{"type":3,"name":"name","description":"Whose","required":true,"autocomplete":true}],"contexts":[0,1],"integration_types":[0]},
              {"name":"announce","type":1,"description":"Announce a talk",
               "options":[{"type":3,"name":"talk","description":"Which","required":true,"autocomplete":true}],
               "default_member_permissions":"32","contexts":[0,1],"integration_types":[0]}
            ]
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), body), body.ToJsonString());
    }

    [Fact]
    public async Task Commands_are_registered_again_only_when_they_changed()
    {
        var notebook = new MemoryNotebook();
        Assert.Equal(1, await RegistrationsAsync(notebook, _ => { }));
        Assert.Equal(0, await RegistrationsAsync(notebook, _ => { }));
        Assert.Equal(1, await RegistrationsAsync(notebook, router => router.Table.Add(new CommandDefinition("links", "All links", []))));
    }

    [Fact]
    public async Task A_refused_registration_is_logged_and_the_connection_stays()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PUT", Commands, 400, """{"code":30034,"message":"Max number of daily application command creates has been reached"}""");
        await discord.Host.StartAsync(TestContext.Current.CancellationToken);
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();

        await discord.UntilAsync(() => discord.Logs.All.Contains("30034", StringComparison.Ordinal), "Nothing was logged.");

        await peer.SettleAsync();
        Assert.Single(discord.Logs.Lines, line => line.Level == LogLevel.Warning);
        Assert.False(discord.Notebook.Notes.ContainsKey("discord/commands:900"));
    }

    [Fact]
    public async Task Where_nothing_can_be_written_down_one_line_says_so_and_the_connection_stays()
    {
        var notebook = new MemoryNotebook
        {
            FaultAt = key => key == "commands:900" ? new LedgerUnavailableException("The ledger is gone: put it back.") : null,
        };
        await using var discord = await ScriptedDiscord.BuildAsync(notebook: notebook);
        await discord.Host.StartAsync(TestContext.Current.CancellationToken);
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();

        await discord.UntilAsync(() => discord.Logs.All.Contains("The ledger is gone: put it back.", StringComparison.Ordinal), "Nothing was logged.");

        await peer.SettleAsync();
        var warning = Assert.Single(discord.Logs.Lines, line => line.Level >= LogLevel.Warning);
        Assert.DoesNotContain(nameof(LedgerUnavailableException), warning.Text, StringComparison.Ordinal);
    }

    private static async Task<int> RegistrationsAsync(MemoryNotebook notebook, Action<StubRouter> change)
    {
        notebook.Notes.TryRemove("discord/last-identify", out _);
        await using var discord = await ScriptedDiscord.BuildAsync(notebook: notebook);
        change(discord.Router);
        await discord.Host.StartAsync(TestContext.Current.CancellationToken);
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();

        // A goodbye is answered, so that stopping waits for what is under way and for nothing else.
        var stopping = discord.Host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1000, (int)(await peer.HearAsync())["closed"]!);
        await peer.CloseAsync(1000);
        await stopping;
        return discord.RequestsTo("PUT", Commands).Count;
    }
}
