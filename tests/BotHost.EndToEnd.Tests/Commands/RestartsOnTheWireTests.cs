using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>The real <c>run</c> in a process of its own, ended and started again on the same data folder.</summary>
public sealed class RestartsOnTheWireTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SandboxServer _platforms = null!;
    private string _config = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _platforms = await SandboxServer.StartAsync(WireWorld.Make(), WireWorld.Patient, TimeProvider.System, Cancel);
        _config = _folder.CopyOfSample();
    }

    public async ValueTask DisposeAsync()
    {
        await _platforms.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Commands_are_registered_once_and_questions_are_answered_before_and_after()
    {
        await using (var first = await RunAsync("data"))
        {
            await AnswerAsync("/next", 1);
            Assert.Equal(0, await first.TerminateAsync(Cancel));
        }

        await using var second = await RunAsync("data");
        await AnswerAsync("/links", 2);

        Assert.Single(_platforms.Record.Entries, entry => entry is { Kind: RecordKinds.CommandsSet, Platform: "discord" });
        Assert.Equal(3, _platforms.Record.Entries.Count(entry => entry is { Kind: RecordKinds.CommandsSet, Platform: "telegram" }));
    }

    [Fact]
    public async Task An_update_that_was_answered_but_never_confirmed_is_not_answered_again()
    {
        await AnswerWithoutConfirmingAsync();
        var before = _platforms.Record.Entries.Count;
        await using var second = await RunAsync("data");
        await AnswerAsync("/links", 2);

        var answers = Answers().Where(answer => answer.Sequence > before).Select(answer => answer.Text!.Split('\n')[^1]);
        Assert.Equal(["• The book: Run Ri"], answers);
    }

    /// <summary>The other half of the proof: a bot that knows nothing of the answer does give it again, so the question had come again.</summary>
    [Fact]
    public async Task Without_its_data_folder_the_bot_answers_what_was_never_confirmed_again()
    {
        await AnswerWithoutConfirmingAsync();
        await using var second = await RunAsync("other-data");
        await _platforms.Record.WaitUntilAsync(all => Answers(all).Count == 2, Cancel).InTime();

        Assert.Equal(Answers()[0].Text, Answers()[1].Text);
    }

    private async Task AnswerWithoutConfirmingAsync()
    {
        // From the second poll on none gets through, so the platform never hears that the question of the first was taken.
        _platforms.AddFaults(new SandboxFault { Route = "getUpdates", Nth = 2, Count = 1000, Action = new FaultAction { Status = 502 } });
        await using var bot = await RunAsync("data");
        await AnswerAsync("/next", 1);
        await bot.KillAsync(Cancel);
        _platforms.ClearFaults();
    }

    private async Task<BotProcess> RunAsync(string data)
    {
        var before = _platforms.Record.Entries.Count;
        var bot = BotProcess.Start(
            _folder.Path,
            new Dictionary<string, string>
            {
                ["Discord__Token"] = WireWorld.DiscordToken,
                ["Discord__ApiBaseUrl"] = _platforms.DiscordApiBaseUrl.ToString(),
                ["Telegram__Token"] = WireWorld.TelegramToken,
                ["Telegram__ApiBaseUrl"] = _platforms.TelegramApiBaseUrl.ToString(),
                ["Data__Directory"] = _folder[data],
                ["Clock__Start"] = "2026-12-29T00:00:00Z",
                ["Clock__Speed"] = "0.001",
            },
            "run", "--config", _config);
        try
        {
            await _platforms.Record.WaitUntilAsync(
                all => all.Skip(before).Any(entry => entry.Kind == RecordKinds.GatewayIdentify)
                    && all.Skip(before).Any(entry => entry.Route == "getUpdates")
                    && all.Any(entry => entry is { Kind: RecordKinds.CommandsSet, Platform: "discord" }),
                Cancel).InTime();
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The bot did not connect. It wrote:\n{bot.Output}");
        }

        return bot;
    }

    private async Task AnswerAsync(string question, int count)
    {
        _platforms.WriteTelegram(WireWorld.TelegramMember, WireWorld.TelegramMember, question);
        await _platforms.Record.WaitUntilAsync(all => Answers(all).Count >= count, Cancel).InTime();
    }

    private List<RecordEntry> Answers() => Answers(_platforms.Record.Entries);

    private static List<RecordEntry> Answers(IEnumerable<RecordEntry> all) =>
        [.. all.Where(entry => entry is { Platform: "telegram", Kind: RecordKinds.MessageCreated, ChatId: "2003" })];
}
