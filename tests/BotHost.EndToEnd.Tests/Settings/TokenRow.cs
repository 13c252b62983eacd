namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>One row of the table of tokens: what is given, and what must come of it.</summary>
/// <param name="Discord">no, good or bad.</param>
/// <param name="Telegram">no, good or bad.</param>
/// <param name="Channels">none, discord, telegram or both.</param>
/// <param name="Posts">Where the announcement that falls due is posted: D, T, DT or -.</param>
/// <param name="Answers">Where commands are answered.</param>
/// <param name="Held">What a moderator reads of the channels that get nothing: a key of <see cref="HeldWords"/> or -.</param>
/// <param name="Said">The warnings and errors: keys of <see cref="Sentences"/> or -.</param>
/// <param name="Ends">Empty: the bot stays. Else its exit code.</param>
public sealed record TokenRow(string Discord, string Telegram, string Channels, string Posts, string Answers, string Held, string Said, string Ends)
{
    public static readonly IReadOnlyDictionary<string, string> HeldWords = new Dictionary<string, string>
    {
        ["D-"] = "discord-announcements: held: Discord__Token missing",
        ["T-"] = "telegram-announcements: held: Telegram__Token missing",
        ["D!"] = "discord-announcements: held: discord refused the bot: Discord answered 401: ",
        ["T!"] = "telegram-announcements: held: telegram refused the bot: 401 Unauthorized",
    };

    public static readonly IReadOnlyDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        ["D-"] = "Posts to discord are held: Discord__Token missing",
        ["T-"] = "Posts to telegram are held: Telegram__Token missing",
        ["D!"] = "Discord refused the bot: Discord answered 401: ",
        ["T!"] = "Telegram refuses the bot: 401 Unauthorized. To fix it, ask @BotFather for the bot's token and set it as Telegram__Token",
        ["END"] = "No platform is left to speak to; the bot ends.",
    };

    // Written by hand from the promises: a platform without a token holds its posts, one that refuses its token stops alone,
    // and the process ends when none is left. In rows that end, a warning may or may not come before the end; errors always do.
    private const string Table =
        """
        discord | telegram | channels | posts | answers | held | said       | ends
        no      | no       | none     | -     | -       | -    | -          | 1
        no      | no       | discord  | -     | -       | -    | -          | 1
        no      | no       | telegram | -     | -       | -    | -          | 1
        no      | no       | both     | -     | -       | -    | -          | 1
        good    | no       | none     | -     | D       | -    | -          |
        good    | no       | discord  | D     | D       | -    | -          |
        good    | no       | telegram | -     | D       | T-   | T-         |
        good    | no       | both     | D     | D       | T-   | T-         |
        no      | good     | none     | -     | T       | -    | -          |
        no      | good     | discord  | -     | T       | D-   | D-         |
        no      | good     | telegram | T     | T       | -    | -          |
        no      | good     | both     | T     | T       | D-   | D-         |
        good    | good     | none     | -     | DT      | -    | -          |
        good    | good     | discord  | D     | DT      | -    | -          |
        good    | good     | telegram | T     | DT      | -    | -          |
        good    | good     | both     | DT    | DT      | -    | -          |
        bad     | no       | none     | -     | -       | -    | D! END     | 1
        bad     | no       | discord  | -     | -       | -    | D! END     | 1
        bad     | no       | telegram | -     | -       | -    | D! END     | 1
        bad     | no       | both     | -     | -       | -    | D! END     | 1
        no      | bad      | none     | -     | -       | -    | T! END     | 1
        no      | bad      | discord  | -     | -       | -    | T! END     | 1
        no      | bad      | telegram | -     | -       | -    | T! END     | 1
        no      | bad      | both     | -     | -       | -    | T! END     | 1
        bad     | bad      | none     | -     | -       | -    | D! T! END  | 1
        bad     | bad      | discord  | -     | -       | -    | D! T! END  | 1
        bad     | bad      | telegram | -     | -       | -    | D! T! END  | 1
        bad     | bad      | both     | -     | -       | -    | D! T! END  | 1
        good    | bad      | none     | -     | D       | -    | T!         |
        good    | bad      | discord  | D     | D       | -    | T!         |
        good    | bad      | telegram | -     | D       | T!   | T!         |
        good    | bad      | both     | D     | D       | T!   | T!         |
        bad     | good     | none     | -     | T       | -    | D!         |
        bad     | good     | discord  | -     | T       | D!   | D!         |
        bad     | good     | telegram | T     | T       | -    | D!         |
        bad     | good     | both     | T     | T       | D!   | D!         |
        """;

    public static IReadOnlyList<TokenRow> All { get; } =
    [
        .. Table.Split('\n').Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new TokenRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7])),
    ];

    public string Name => $"Discord {Discord}, Telegram {Telegram}, channels {Channels}";

    public bool Stays => Ends.Length == 0;

    public override string ToString() => Name;
}
