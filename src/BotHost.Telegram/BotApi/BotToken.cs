using System.Text.RegularExpressions;

namespace BotHost.Telegram.BotApi;

/// <summary>The bot's secret. It is part of every address of the Bot API, so nothing else may ever print one.</summary>
internal sealed partial class BotToken
{
    private const string Hidden = "<redacted>";

    private readonly string? _value;

    private BotToken(string? value) => _value = value;

    public bool IsMissing => _value is null;

    /// <summary>Whether it can stand in an address at all; a slash or a space would lead the request elsewhere.</summary>
    public bool IsWellFormed => _value is not null && Form().IsMatch(_value);

    /// <exception cref="IOException">The token's file cannot be read.</exception>
    public static BotToken Of(TelegramOptions options)
    {
        var text = string.IsNullOrWhiteSpace(options.TokenFile) ? options.Token : File.ReadAllText(options.TokenFile);
        return new BotToken(string.IsNullOrWhiteSpace(text) ? null : text.Trim());
    }

    /// <summary>The address of a method. It holds the secret: give it to an HTTP request and to nothing else.</summary>
    /// <remarks>Put together as text, because <c>bot123:…</c> alone would be read as an address with a scheme of its own.</remarks>
    public Uri AddressOf(string baseUrl, string method) => new($"{baseUrl.TrimEnd('/')}/bot{_value}/{method}");

    /// <summary>A text from outside without this secret, and without anything that has a token's form.</summary>
    public string Scrub(string text)
    {
        var scrubbed = _value is null ? text : text.Replace(_value, Hidden, StringComparison.Ordinal);
        return AnyToken().Replace(scrubbed, Hidden);
    }

    public override string ToString() => _value is null ? "no token" : Hidden;

    [GeneratedRegex("^[A-Za-z0-9_:-]+$")]
    private static partial Regex Form();

    [GeneratedRegex("[0-9]{3,}:[A-Za-z0-9_-]{20,}")]
    private static partial Regex AnyToken();
}
