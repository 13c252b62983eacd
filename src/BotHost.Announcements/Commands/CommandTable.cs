using System.Collections.Immutable;

namespace BotHost.Announcements.Commands;

/// <summary>Every command there is, in the order of menus and help.</summary>
public static class CommandTable
{
    public static CommandDefinition Next { get; } = new("next", "The next talk: when, where, who", []);

    public static CommandDefinition Talks { get; } = new("talks", "All coming talks", []);

    public static CommandDefinition Talk { get; } = new(
        "talk", "Everything about one talk", [new CommandOption("talk", "Its number, words of its title, or a speaker", Required: true)]);

    public static CommandDefinition Speaker { get; } = new(
        "speaker", "Who a speaker is, and their talks", [new CommandOption("name", "The speaker's name", Required: true)]);

    public static CommandDefinition Links { get; } = new(
        "links", "The links of the next talk, or of another one", [new CommandOption("talk", "Number, title or speaker; else the next talk", Required: false)]);

    public static CommandDefinition Help { get; } = new("help", "What this bot answers", []);

    public static CommandDefinition Announce { get; } = new(
        "announce", "Preview a talk's announcement and post it now", [new CommandOption("talk", "Its id, number or title", Required: true)], ForModerators: true);

    public static CommandDefinition Status { get; } = new("status", "What comes next, and what is held, failed or unknown", [], ForModerators: true);

    public static ImmutableArray<CommandDefinition> All { get; } = [Next, Talks, Talk, Speaker, Links, Help, Announce, Status];
}
