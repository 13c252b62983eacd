using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Rendering.Tests.Cases;
using BotHost.Rendering.Tests.Reading;
using BotHost.TestKit.Talks;

namespace BotHost.Rendering.Tests.Telegram;

/// <summary>Makes the post of a case and says all that is wrong with it.</summary>
internal static class TelegramVerdict
{
    /// <summary>Longer facts than these may be refused by name; nothing shorter may.</summary>
    private const int MostFacts = 500;

    public static IReadOnlyList<string> Of(TalkCase talk)
    {
        var rig = Rig.Shared;
        var channel = talk.ChannelOn(CatalogueBuilder.TelegramChannel);
        var (catalogue, built) = talk.Build(rig.Reader, channel.Platform);
        var (post, result) = rig.Ladder.Climb(rig.Telegram, catalogue, built, talk.Step, channel, TalkCase.Now);

        return result switch
        {
            RenderResult.TooLong when talk.FactsLength > MostFacts => [],
            RenderResult.TooLong misfit => [$"it is refused: {misfit}"],
            RenderResult.Fits { Payloads: { IsEmpty: false } payloads } => Problems(post, channel, payloads, [.. Labels.Torn(post, talk.Links.Select(link => link.Label))]),
            _ => ["nothing is sent"],
        };
    }

    private static List<string> Problems(Post post, Channel channel, ImmutableArray<string> payloads, ImmutableArray<string> torn)
    {
        var messages = payloads.Select(payload => new TelegramMessage(payload)).ToList();
        List<string> problems =
        [
            .. torn,
            .. messages.SelectMany(TelegramRules.Broken),
            .. TelegramChecks.Mentions(messages, post, channel),
            .. TelegramChecks.Parts(messages, post),
            .. TelegramChecks.Links(messages, post),
            .. TelegramChecks.Words(messages, post, channel),
        ];
        return problems.Count == 0 ? problems : [.. problems.Take(5), Escaped.Of(string.Join('\n', payloads))];
    }
}
