using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Hosting;

/// <summary>What a request says when it is decoded: the values of its query, its JSON and its form, without their names.</summary>
internal sealed class RequestWords
{
    private readonly List<string> _values = [];

    private RequestWords(string? chatId) => ChatId = chatId;

    /// <summary>The chat that a Bot API call names.</summary>
    public string? ChatId { get; }

    public static RequestWords Of(HttpRequest request, string? json)
    {
        const string chat = "chat_id";
        var body = json is null ? null : JsonNode.Parse(json);
        var isForm = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        var form = isForm ? request.Form : null;
        var chatId = (body as JsonObject)?[chat]?.ToString() ?? form?[chat].ToString() ?? request.Query[chat].ToString();
        var words = new RequestWords(chatId.Length == 0 ? null : chatId);
        words._values.AddRange(request.Query.Select(one => one.Value.ToString()));
        words._values.AddRange(form?.Select(one => one.Value.ToString()) ?? []);
        words.Gather(body);
        return words;
    }

    public bool Contain(string text) => _values.Any(value => value.Contains(text, StringComparison.Ordinal));

    private void Gather(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (_, value) in json)
                {
                    Gather(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Gather(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _values.Add(value.GetValue<string>());
                break;
        }
    }
}
