using System.Globalization;
using System.Text;

namespace BotHost.Rendering.Tests.Cases;

/// <summary>Texts that somebody might paste, by accident or to do harm.</summary>
internal sealed class HostileText(Random dice)
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly string[] Markup =
    [
        "**", "__", "~~", "||", "*", "_", "`", "```", "> ", ">>> ", "# ", "-# ", "- ", "1. ", "1) ", "[", "](", ")", "\\", "<b>", "</b>", "&lt;", "&amp;", "&#64;",
        "<a href=\"https://evil.example\">x</a>", "<@1>", "<@!22>", "<@&333>", "<#4>", "</cmd:5>", "<id:guide>", "<:x:6>", "<a:y:7>", "<t:1893456000:R>", ":smile:",
        "@everyone", "@here", "@EVERYONE", "@name", "@some_person", "/cmd", "/start@some_bot", "[x](https://evil.example)", "<https://evil.example>",
        "tg://user?id=5", "tg://resolve?domain=x", "javascript:alert(1)", "discord://-/users/1", "steam://run/1", "mailto:a@b.example", "¯\\_(ツ)_/¯", "{{title}}", "{{#if", "(2/3)",
        "https://example.org", "http://example.org/a_b_c(d)*e*", "https://example.org/?q=@everyone&x=`|~~", "https://bank.example@evil.example/", "www.example.org", "example.org",
        "ex\u200bample.org", "https://", "://", "https://例え.jp/パス", "@everyone\u200b", "bank․example", "bank。example", "बैंक.भारत", "http://a.oا/",
    ];

    private static readonly string[] Signs =
    [
        "👩‍👩‍👧‍👦", "👨🏽‍💻", "🏳️‍🌈", "🇯🇵🇩🇪", "🇯", "1️⃣", "👍🏿", "😀", "𝔘𝔫𝔦", "é", "e\u0301", "Z\u0351\u036B\u0343", "ก็", "क्षि", "가", "한국", "中文字", "日本語の講演", "、", "。", "「", "」",
        "مرحبا", "שלום", "\u202Eevil\u202C", "\u2066x\u2069", "\u200F", "\u200E", "\u061C", "\u200D", "\u200B", "\u2060", "\u00AD", "\uFEFF", "\uD83D", "\uDE00", "\uFDD0" + "0\uFDD1", "\uFFFE",
        "\u2028", "\u2029", "\u0085", "\0", "\u0007", "\u001B[31m", "\r\n", "\n", "\n\n", "\t", "\u00A0", "\u3000", "…", "ﬁ", "İ", "ẞ", "Ⅷ", "①",
    ];

    private static readonly string[] Words = ["harbour", "night", "Ferry", "archive", "river", "and", "of", "the", "Talk", "a", "I", "2027", "3.5", "e.g.", "U.S.", "Über", "naïve"];

    /// <summary>One line or several of roughly so many pieces, of every kind of trouble.</summary>
    public string Any(int pieces)
    {
        var text = new StringBuilder();
        for (var count = dice.Next(pieces + 1); count > 0; count--)
        {
            text.Append(dice.Next(9) switch
            {
                0 or 1 => Markup[dice.Next(Markup.Length)],
                2 => Signs[dice.Next(Signs.Length)],
                3 => Punctuation[dice.Next(Punctuation.Length)].ToString(),
                4 => " ",
                5 => Words[dice.Next(Words.Length)],
                _ => Words[dice.Next(Words.Length)] + " ",
            });
        }

        return text.ToString();
    }

    /// <summary>Never blank.</summary>
    public string Name(int pieces) => dice.Next(3) == 0 ? Any(pieces) + "x" : Plain(1 + dice.Next(1 + pieces));

    public string Plain(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[dice.Next(Words.Length)]));

    /// <summary>An address that the config would take: absolute, http or https.</summary>
    public string Url()
    {
        var host = new[] { "example.org", "www.example.com", "bank.example", "例え.jp", "xn--r8jz45g.jp", "a.b.c.example.net:8080" }[dice.Next(6)];
        var tail = new[] { "", "/", "/a_b_c", "/x(y)z", "/*b*", "/~~x~~", "/?q=@everyone&a=b|c", "/パス", "/@name", "/" + new string('p', dice.Next(100)), "/a%20b#c", "/`x`" }[dice.Next(12)];
        return (dice.Next(4) == 0 ? "http://" : "https://") + host + tail;
    }

    /// <summary>Signs of several code points each, never none.</summary>
    public string Emoji(int most) => string.Concat(Enumerable.Range(0, 1 + dice.Next(most)).Select(_ => new[] { "👩‍👩‍👧‍👦", "👨🏽‍💻", "🇯🇵", "😀", "e\u0301" }[dice.Next(5)]));

    public string Number(int below) => dice.Next(below).ToString(CultureInfo.InvariantCulture);
}
