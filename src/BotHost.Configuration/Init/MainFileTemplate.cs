using System.Text;

namespace BotHost.Configuration.Init;

/// <summary>The first <c>bothost.yaml</c>.</summary>
internal static class MainFileTemplate
{
    public static string Fill(InitAnswers answers) =>
        string.Join('\n', Head(answers), Channels(answers), InitTemplates.Campaigns, Moderators(answers));

    private static string Head(InitAnswers answers) =>
        $$"""
        # yaml-language-server: $schema=schema/bothost.schema.json
        # Who you are, where you post, what is posted when, and who may moderate.
        # After every change: bothost check --config DIR
        #
        # Everything is plain text: dates and numbers need no quotes. Ids (a-z, 0-9 and -) name a thing for good.

        community:
          name: {{Quote(answers.Community)}}
          # A name of the tz database. Every time in these files is a time of this zone, unless a series or a talk names another.
          zone: {{answers.ZoneId.Trim()}}
          # Further clocks on which posts tell the start.
          # zones: [Asia/Tokyo, { zone: America/New_York, label: NYC }]
          # The first one leads.
          languages: [{{string.Join(", ", answers.Languages.Select(language => language.Trim()))}}]

        # What the talks of a series have in common. A talk may say otherwise for itself.
        series:
          talks:
            name: {{Quote(answers.Community)}}
            # Stands above every announcement.
            heading: New talk
            length: 90 minutes
            campaign: standard
            # hashtags: [OurTalks]
            # From when on members find a talk with /next: "when announced" (the default) or "when confirmed".
            # listed: when confirmed

        """;

    private static string Channels(InitAnswers answers)
    {
        var text = new StringBuilder();
        var hasAny = answers.DiscordChannel is not null || answers.TelegramChat is not null;
        text.Append("# Where announcements go. The address is the platform's own number of the channel or chat, in quotes.\n");
        text.Append(hasAny ? "channels:\n" : "# There is none yet, so nothing is posted: put a number into the lines below, in place of the [], and take away their #.\nchannels: []\n# channels:\n");
        Channel(text, "discord", answers.DiscordChannel, hasAny, "NUMBER OF THE CHANNEL");
        Channel(text, "telegram", answers.TelegramChat, hasAny, "-100 AND THE NUMBER OF THE CHAT");
        return text.ToString();
    }

    private static void Channel(StringBuilder text, string platform, string? address, bool hasAny, string placeholder)
    {
        // The example of the other platform would only be noise beside a real channel.
        if (address is null && hasAny)
        {
            return;
        }

        var sign = address is null ? "# " : "";
        text.Append(sign).Append("  - id: ").Append(platform).Append("-announcements\n");
        text.Append(sign).Append("    platform: ").Append(platform).Append('\n');
        text.Append(sign).Append("    address: ").Append(Quote(address ?? placeholder)).Append('\n');
        if (platform == "discord")
        {
            text.Append(sign).Append("    # Whom the steps with `mention: true` ping: everyone, here, or role:NUMBER. Without it nobody is ever pinged.\n");
            text.Append(sign).Append("    # mention: role:NUMBER\n");
        }
    }

    private static string Moderators(InitAnswers answers)
    {
        var hasAny = answers.DiscordGuild is not null || answers.TelegramChat is not null;
        var text = new StringBuilder("# Who may announce, hold and correct. Rights count only in the places named here.\n");
        text.Append(hasAny ? "moderators:\n" : "# There is nobody yet: put the numbers into the lines below, in place of the {}, and take away their #.\nmoderators: {}\n# moderators:\n");
        if (answers.DiscordGuild is not null || !hasAny)
        {
            var sign = hasAny ? "" : "# ";
            text.Append(sign).Append("  discord:\n");
            ReportTo(text, sign, "channel", "NUMBER OF THE MODERATORS' CHANNEL");
            text.Append(sign).Append("    guilds:\n");
            text.Append(sign).Append("      - id: ").Append(Quote(answers.DiscordGuild ?? "NUMBER OF THE SERVER")).Append('\n');
            text.Append(sign).Append("        # Whoever may manage this server may moderate. Roles work, too: roles: [\"NUMBER\"]\n");
            text.Append(sign).Append("        permissions: [manage_guild]\n");
        }

        if (answers.TelegramChat is not null || !hasAny)
        {
            var sign = hasAny ? "" : "# ";
            text.Append(sign).Append("  telegram:\n");
            ReportTo(text, sign, "chat", "-100 AND THE NUMBER OF THE MODERATORS' CHAT");
            text.Append(sign).Append("    chats:\n");
            text.Append(sign).Append("      - id: ").Append(Quote(answers.TelegramChat ?? "-100 AND THE NUMBER OF THE CHAT")).Append('\n');
            text.Append(sign).Append("        # The administrators of this chat may moderate.\n");
            text.Append(sign).Append("        admins_moderate: true\n");
        }

        return text.ToString();
    }

    // The moderators' own room is seldom the one that gets the announcements, so it is left for them to name.
    private static void ReportTo(StringBuilder text, string sign, string room, string placeholder)
    {
        text.Append(sign).Append("    # A ").Append(room).Append(" of the moderators that the bot may write to: there it asks them, and tells what was not posted as planned.\n");
        text.Append(sign).Append("    # report_to: ").Append(Quote(placeholder)).Append('\n');
    }

    /// <summary>A double-quoted scalar holds any one line.</summary>
    private static string Quote(string text) =>
        $"\"{text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
