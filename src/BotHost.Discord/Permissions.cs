using System.Collections.Immutable;
using System.Globalization;

namespace BotHost.Discord;

/// <summary>The platform's permission bits and the names that the config uses for them.</summary>
internal static class Permissions
{
    public const string Administrator = "administrator";

    public const string ViewChannel = "view_channel";

    public const string ReadMessageHistory = "read_message_history";

    private static readonly ImmutableArray<(int Bit, string Name)> Table =
    [
        (0, "create_instant_invite"), (1, "kick_members"), (2, "ban_members"), (3, Administrator), (4, "manage_channels"), (5, "manage_guild"),
        (6, "add_reactions"), (7, "view_audit_log"), (8, "priority_speaker"), (9, "stream"), (10, ViewChannel), (11, "send_messages"),
        (12, "send_tts_messages"), (13, "manage_messages"), (14, "embed_links"), (15, "attach_files"), (16, ReadMessageHistory),
        (17, "mention_everyone"), (18, "use_external_emojis"), (19, "view_guild_insights"), (20, "connect"), (21, "speak"), (22, "mute_members"),
        (23, "deafen_members"), (24, "move_members"), (25, "use_vad"), (26, "change_nickname"), (27, "manage_nicknames"), (28, "manage_roles"),
        (29, "manage_webhooks"), (30, "manage_guild_expressions"), (31, "use_application_commands"), (32, "request_to_speak"), (33, "manage_events"),
        (34, "manage_threads"), (35, "create_public_threads"), (36, "create_private_threads"), (37, "use_external_stickers"),
        (38, "send_messages_in_threads"), (39, "use_embedded_activities"), (40, "moderate_members"), (41, "view_creator_monetization_analytics"),
        (42, "use_soundboard"), (43, "create_guild_expressions"), (44, "create_events"), (45, "use_external_sounds"), (46, "send_voice_messages"),
        (49, "send_polls"), (50, "use_external_apps"), (51, "pin_messages"), (52, "bypass_slowmode"),
    ];

    /// <summary>The names in a permission set as the platform writes it: a decimal number as text. Bits without a name are left out.</summary>
    public static ImmutableArray<string> NamesOf(string? bits) =>
        Parse(bits) is var set and not 0 ? [.. Table.Where(entry => (set >> entry.Bit & 1) == 1).Select(entry => entry.Name)] : [];

    /// <summary>A permission set as a number; nothing for what is none.</summary>
    public static ulong Parse(string? bits) =>
        ulong.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : 0;

    public static bool Holds(ulong set, string name) => Table.Any(entry => entry.Name == name && (set >> entry.Bit & 1) == 1);

    public static bool IsKnown(string name) => Table.Any(entry => entry.Name == name);
}
