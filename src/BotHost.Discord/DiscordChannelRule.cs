using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Discord.Rendering;

namespace BotHost.Discord;

/// <summary>Checks what only this platform can know of its channels: the form of addresses and mentions, and the names of layouts.</summary>
internal sealed class DiscordChannelRule : ICatalogueRule
{
    public ImmutableArray<LintRule> Rules { get; } =
    [
        new("discord-address", Severity.Error, "A channel's address is no Discord channel id."),
        new("discord-thread", Severity.Error, "A channel's thread is no Discord thread id."),
        new("discord-mention", Severity.Error, "A channel's mention is none that Discord knows."),
        new("discord-layout", Severity.Error, "A channel's layout is none that posts on Discord have."),
        new("discord-thread-in-thread", Severity.Warning, "A channel asks for threads under posts that go into a thread."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        foreach (var channel in catalogue.Channels.Where(channel => channel.Platform == DiscordPlatform.PlatformId))
        {
            if (!Snowflake.IsValid(channel.Address.Id))
            {
                yield return new Finding(
                    Severity.Error,
                    channel.Written.Where("address"),
                    "discord-address",
                    $"the address '{channel.Address.Id}' of channel '{channel.Id}' is no Discord channel id",
                    "switch on Developer Mode in Discord, right-click the channel, Copy Channel ID, and write that number");
            }

            if (channel.Address.Thread is { } thread && !Snowflake.IsValid(thread))
            {
                yield return new Finding(
                    Severity.Error,
                    channel.Written.Where("thread"),
                    "discord-thread",
                    $"the thread '{thread}' of channel '{channel.Id}' is no Discord thread id",
                    "right-click the thread in Discord, Copy Thread ID, and write that number");
            }

            if (channel.Mention is { } mention && !DiscordMention.TryParse(mention, out _))
            {
                yield return new Finding(
                    Severity.Error,
                    channel.Written.Where("mention"),
                    "discord-mention",
                    $"the mention '{mention}' of channel '{channel.Id}' is not known",
                    "write everyone, here, role:ID or user:ID");
            }

            if (channel.Layout is { } layout && !Layouts.IsKnown(layout))
            {
                yield return new Finding(
                    Severity.Error,
                    channel.Written.Where("layout"),
                    "discord-layout",
                    $"the layout '{layout}' of channel '{channel.Id}' is not known",
                    $"write {Layouts.Embed} (a frame with title, text and poster) or {Layouts.Plain} (one text, the poster below it)");
            }

            if (channel is { OpensThread: true, Address.Thread: not null })
            {
                yield return new Finding(
                    Severity.Warning,
                    channel.Written.Where("discussion_thread"),
                    "discord-thread-in-thread",
                    $"channel '{channel.Id}' posts into a thread, and Discord opens no thread in a thread",
                    "take out 'discussion_thread', or 'thread' to post into the channel itself");
            }
        }
    }
}
