using System.Collections.Immutable;

namespace BotHost.Configuration.Entries;

/// <summary>The keys of every kind of entry, in the order in which people read them.</summary>
internal static class Shapes
{
    public static readonly ImmutableArray<string> Main = ["sample", "community", "series", "channels", "campaigns", "moderators", "ignore"];

    public static readonly ImmutableArray<string> Community = ["name", "zone", "zones", "languages"];

    public static readonly ImmutableArray<string> ExtraZone = ["zone", "label"];

    public static readonly ImmutableArray<string> Series =
        ["name", "heading", "zone", "place", "length", "campaign", "hashtags", "listed", "translations"];

    public static readonly ImmutableArray<string> SeriesTranslation = ["name", "heading", "place", "roles", "labels"];

    public static readonly ImmutableArray<string> Channel =
    [
        "id", "platform", "address", "thread", "languages", "posts", "layout", "link_preview", "zones", "mention", "silent", "pin", "publish",
        "event", "discussion_thread", "series", "tags", "quiet_hours", "purpose",
    ];

    public static readonly ImmutableArray<string> QuietHours = ["from", "to", "zone"];

    public static readonly ImmutableArray<string> Step = ["id", "kind", "when", "template", "late", "approval", "mention"];

    public static readonly ImmutableArray<string> Moderators = ["users", "report_to", "guilds", "chats", "places"];

    public static readonly ImmutableArray<string> ModeratorPlace = ["id", "roles", "permissions", "admins_moderate"];

    public static readonly ImmutableArray<string> Talk =
    [
        "id", "previous_id", "series", "number", "title", "subtitle", "summary", "start", "zone", "length", "end", "place", "online",
        "language", "people", "links", "image", "tags", "status", "approval", "announce", "campaign", "translations", "ignore",
    ];

    public static readonly ImmutableArray<string> TalkTranslation = ["title", "subtitle", "summary", "place", "roles", "labels"];

    public static readonly ImmutableArray<string> TalkPerson = ["person", "role"];

    public static readonly ImmutableArray<string> Place = ["name", "address", "map"];

    public static readonly ImmutableArray<string> Online = ["url", "reveal"];

    public static readonly ImmutableArray<string> Link = ["kind", "label", "url"];

    public static readonly ImmutableArray<string> Picture = ["file", "url", "alt"];

    public static readonly ImmutableArray<string> Start = ["tba"];

    public static readonly ImmutableArray<string> Person =
        ["id", "name", "native_name", "reading", "aliases", "headline", "bio", "links", "handles", "photo", "translations", "ignore"];

    public static readonly ImmutableArray<string> Handles = ["discord", "telegram"];

    public static readonly ImmutableArray<string> PersonTranslation = ["name", "headline", "bio"];
}
