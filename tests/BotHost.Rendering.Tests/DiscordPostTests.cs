using BotHost.Rendering.Tests.Cases;
using BotHost.Rendering.Tests.Discord;

namespace BotHost.Rendering.Tests;

/// <summary>Whatever a talk says, its posts keep the platform's rules and tell the talk.</summary>
public sealed class DiscordPostTests(ITestOutputHelper output)
{
    private const int Cases = 10_000;

    private static readonly string?[] Layouts = [null, "embed", "plain"];

    private static readonly string?[] Mentions = [null, "everyone", "here", "role:77", "user:78"];

    [Fact]
    public void Every_post_keeps_the_rules_and_says_all_that_it_was_given() =>
        Campaign.Run(output, Cases, (seed, size) => new TalkSketcher(seed, size).Draw(Layouts, Mentions), Smaller.Of, Hold);

    private static void Hold(TalkCase talk)
    {
        var problems = DiscordVerdict.Of(talk);
        Assert.True(problems.Count == 0, $"{talk}\n{string.Join('\n', problems)}");
    }
}
