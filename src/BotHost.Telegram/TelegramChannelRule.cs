using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Telegram.Rendering;

namespace BotHost.Telegram;

/// <summary>Finds channels that the platform could not reach, or not post to, as they are written.</summary>
internal sealed class TelegramChannelRule : ICatalogueRule
{
    public ImmutableArray<LintRule> Rules { get; } =
    [
        new("telegram-address", Severity.Error, "A channel's address names no Telegram chat."),
        new("telegram-thread", Severity.Error, "A channel's thread is not the number of a topic."),
        new("telegram-mention", Severity.Error, "A channel mentions what Telegram cannot."),
        new("telegram-layout", Severity.Error, "A channel's layout is none that Telegram posts have."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
        catalogue.Channels.Where(channel => channel.Platform == TelegramPlatform.PlatformId).SelectMany(Check);

    private static IEnumerable<Finding> Check(Channel channel)
    {
        if (!TelegramAddress.IsChat(channel.Address.Id))
        {
            yield return new Finding(
                Severity.Error,
                channel.Written.Where("address"),
                "telegram-address",
                $"channel {channel.Id} has the address '{channel.Address.Id}', which names no Telegram chat",
                $"write {TelegramAddress.ChatRule}");
        }

        if (channel.Address.Thread is { } thread && !TelegramAddress.TryThread(thread, out _))
        {
            yield return new Finding(
                Severity.Error,
                channel.Written.Where("thread"),
                "telegram-thread",
                $"channel {channel.Id} has the thread '{thread}', which is not the number of a topic",
                thread == "1" ? "leave the thread out to post in the General topic" : "write the topic's number, a whole number above 1");
        }

        if (channel.Mention is { } mention && TelegramAddress.MentionedName(mention) is null)
        {
            yield return new Finding(
                Severity.Error,
                channel.Written.Where("mention"),
                "telegram-mention",
                $"channel {channel.Id} mentions '{mention}', which Telegram cannot do",
                "write user:@name with a public name of 5 to 32 letters, digits or _, or leave the mention out");
        }

        if (channel.Layout is { } layout && !PostLayouts.IsKnown(layout))
        {
            yield return new Finding(
                Severity.Error,
                channel.Written.Where("layout"),
                "telegram-layout",
                $"channel {channel.Id} has the layout '{layout}', which Telegram posts do not have",
                $"write {PostLayouts.Names}, or leave the layout out for the picture with the text below it");
        }
    }
}
