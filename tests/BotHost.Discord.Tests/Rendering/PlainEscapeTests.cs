using BotHost.Discord.Rendering;

namespace BotHost.Discord.Tests.Rendering;

public sealed class PlainEscapeTests
{
    private const string Zero = "\u200b";

    public static TheoryData<string, string, string> Rows => new()
    {
        { "plain words stay", "Asian Talk, no. 176!", "Asian Talk, no. 176!" },
        { "nothing stays nothing", "", "" },
        { "bold and italics", "a *b* **c** _d_ __e__", @"a \*b\* \*\*c\*\* \_d\_ \_\_e\_\_" },
        { "strikethrough and spoilers", "~~a~~ ||b||", @"\~\~a\~\~ \|\|b\|\|" },
        { "code", "`a` ```b```", @"\`a\` \`\`\`b\`\`\`" },
        { "a backslash", @"a\b", @"a\\b" },
        { "the shrug", @"¯\_(ツ)_/¯", @"¯\\\_(ツ)\_/¯" },
        { "a masked link", "[click](https://evil.example)", @"\[click](https://evil.example)" },
        { "a user mention", "<@123>", @"\<@123>" },
        { "a role mention", "<@&123>", @"\<@&123>" },
        { "a channel mention", "<#123>", @"\<#123>" },
        { "a command mention", "</talk:123>", @"\</talk:123>" },
        { "a moment", "<t:1893456000:R>", @"\<t:1893456000:R>" },
        { "a guide link", "<id:customize>", @"\<id:customize>" },
        { "a custom emoji", "<:party:123>", @"\<\:party:123>" },
        { "an emoji code", "so :smile: now", @"so \:smile: now" },
        { "times of day are no emoji codes", "10:30:45", "10:30:45" },
        { "everyone and here", "@everyone @here", $"@{Zero}everyone @{Zero}here" },
        { "an address of mail stays", "ann@example.org", "ann@example.org" },
        { "headings", "# a\n## b\n-# c", "\\# a\n\\## b\n\\-# c" },
        { "a number sign inside a line", "no. #5", "no. #5" },
        { "quotes", "> a\n>>> b", "\\> a\n\\>>> b" },
        { "bullets, also indented", "- a\n  + b\n* c", "\\- a\n  \\+ b\n\\* c" },
        { "numbered lists", "1. a\n2) b\n2026 c", "1\\. a\n2\\) b\n2026 c" },
        { "a decimal number inside a line", "about 1.5", "about 1.5" },
        { "an address keeps its underscores", "see https://example.org/a_b_c?x=1#y_z now", "see https://example.org/a_b_c?x=1#y_z now" },
        { "a full stop ends a sentence, not the address", "See https://example.org/a_b.", "See https://example.org/a_b." },
        { "an address in parentheses", "(https://example.org/a_(b))", "(https://example.org/a_(b))" },
        { "stars in an address are coded", "https://example.org/**a**", "https://example.org/%2A%2Aa%2A%2A" },
        { "everyone in an address is coded", "https://example.org/@everyone", "https://example.org/%40everyone" },
        { "an address cannot swallow the backslash of a mention", "https://example.org/<@123>", @"https://example.org/ \<@123>" },
        { "nor after a full stop", "https://example.org/a.<@123>", @"https://example.org/a. \<@123>" },
        { "a scheme that opens programs makes no link", "steam://run discord://-/x DISCORD://y", $"steam:{Zero}//run discord:{Zero}//-/x DISCORD:{Zero}//y" },
        { "nor does it swallow the backslash of a mention", "steam://run<@123>", $@"steam:{Zero}//run\<@123>" },
        { "slashes after a blank are no scheme", "a ://b", "a ://b" },
        { "emoji codes without letters", ":+1: :-1: :100: :1234: :999:", @"\:+1: \:-1: \:100: \:1234: :999:" },
        { "an emoji code with an accent", ":piñata:", @"\:piñata:" },
        { "a moving custom emoji", "<a:party:1>", @"\<a\:party:1>" },
        { "small print", "-# a", @"\-# a" },
        { "a heading after blanks that nobody sees", "\u200b # a", "\u200b \\# a" },
        { "a line separator begins a line", "a\u2028# b", "a\n\\# b" },
        { "a control character hides no ping", "@\u0007everyone @\u202ehere", $"@{Zero}everyone @{Zero}here" },
        { "nor an emoji code or a list", ":smi\u0007le: x\n1\u0007. a", "\\:smile: x\n1\\. a" },
        { "everyone in any case", "@EVERYONE @Here", $"@{Zero}EVERYONE @{Zero}Here" },
        { "a zero-width character in a ping", $"@{Zero}everyone @every{Zero}one", $"@{Zero}everyone @every{Zero}one" },
        { "a link in angle brackets", "<https://example.org> x", @"\<https://example.org > x" },
        { "a full stop of another script ends the address", "（https://example.org/a）。 次", "（https://example.org/a ）。 次" },
        { "a wide blank ends an address", "https://example.org/a　b_c http://　h", @"https://example.org/a　b\_c http://　h" },
        { "an address right after a letter", "xhttps://example.org/a_b c_d", @"xhttps://example.org/a_b c\_d" },
        { "a scheme alone is no address", "http:// a_b", @"http:// a\_b" },
        { "an invitation stays what it is", "discord.gg/abc", "discord.gg/abc" },
        { "an isolate inside an address's line", "\u2068https://example.org\u2069 x", "\u2068https://example.org \u2069 x" },
        { "embeddings are taken out", "a\u202ab\u202bc\u202cd", "abcd" },
        { "emoji", "👩‍👩‍👧 🎉 🇯🇵", "👩‍👩‍👧 🎉 🇯🇵" },
        { "Chinese and Japanese", "移民とその不満 *重要*", @"移民とその不満 \*重要\*" },
        { "right to left", "שלום *עולם* مرحبا", @"שלום \*עולם\* مرحبا" },
        { "an override of the direction is taken out", "a\u202etxt.exe", "atxt.exe" },
        { "control characters are taken out", "a\u0007b\r\nc", "ab\nc" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Plain_words_stay_plain(string sentence, string text, string expected)
    {
        var actual = PlainEscape.Escape(text);

        Assert.True(actual == expected, $"{sentence}: {actual}");
    }
}
