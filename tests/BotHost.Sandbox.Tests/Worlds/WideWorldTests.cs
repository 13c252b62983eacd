using System.Globalization;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Worlds;

public sealed class WideWorldTests
{
    private const int Channels = 20;

    [Fact]
    public async Task Twenty_channels_on_each_platform_take_a_post_at_once_without_any_limit()
    {
        await using var scene = await Scene.StartAsync(world: Wide());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, Channels).Select(number => scene.PostAsync($"/channels/{Discord(number)}/messages", """{"content":"x"}"""))
                .Concat(Enumerable.Range(0, Channels).Select(number => scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Telegram(number)}},"text":"x"}"""))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(2 * Channels, scene.Server.Record.OfKind(RecordKinds.MessageCreated).Select(entry => entry.ChatId).Distinct().Count());
    }

    [Fact]
    public async Task Discords_global_limit_holds_over_all_channels_and_ends_with_its_second()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(new SandboxOptions { DiscordGlobalSize = 3 }, clock, Wide());

        List<Answer> answers = [];
        for (var number = 0; number < 4; number++)
        {
            answers.Add(await scene.PostAsync($"/channels/{Discord(number)}/messages", """{"content":"x"}"""));
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        answers.Add(await scene.PostAsync($"/channels/{Discord(3)}/messages", """{"content":"x"}"""));

        Assert.Equal([200, 200, 200, 429, 200], answers.Select(answer => answer.Status));
        Assert.Equal((true, "global"), ((bool)answers[3].Body!["global"]!, answers[3].Headers.GetValues("X-RateLimit-Scope").Single()));
    }

    private static SandboxWorld Wide()
    {
        var world = Sample.World;
        var guild = world.Discord.Guilds[0];
        return world with
        {
            Discord = world.Discord with
            {
                Guilds = [guild with { Channels = [.. Enumerable.Range(0, Channels).Select(number => new DiscordChannel { Id = Discord(number), Name = $"c{number}" })] }],
            },
            Telegram = world.Telegram with
            {
                Chats = [.. Enumerable.Range(0, Channels).Select(number => new TelegramChat { Id = Telegram(number), Title = $"c{number}", Type = "supergroup", Members = [700100] })],
            },
        };
    }

    private static string Discord(int number) => (210000000000000000 + number).ToString(CultureInfo.InvariantCulture);

    private static long Telegram(int number) => -1002000000000 - number;
}
