using System.Globalization;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Telegram;

/// <summary>Telegram says no. Thrown, because a rule at any depth of a request ends the whole request.</summary>
internal sealed class TelegramRefusal(int code, string text) : Exception(text)
{
    public int Code { get; } = code;

    public int? RetryAfter { get; private init; }

    /// <summary>400; the server prefixes the status and puts the first letter in lower case, except in machine codes.</summary>
    public static TelegramRefusal Bad(string text) => new(400, "Bad Request: " + Lowered(text));

    public static TelegramRefusal Forbidden(string text) => new(403, "Forbidden: " + text);

    public static TelegramRefusal Conflict(string text) => new(409, "Conflict: " + text);

    public static TelegramRefusal Flood(int seconds) =>
        new(429, string.Create(CultureInfo.InvariantCulture, $"Too Many Requests: retry after {seconds}")) { RetryAfter = seconds };

    public JsonObject Body()
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Message };
        if (RetryAfter is { } seconds)
        {
            body["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }

        return body;
    }

    private static string Lowered(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
