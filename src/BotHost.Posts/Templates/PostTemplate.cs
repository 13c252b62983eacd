using HandlebarsDotNet;

namespace BotHost.Posts.Templates;

/// <summary>A compiled template: a model in, Markdown out.</summary>
internal sealed class PostTemplate(
    HandlebarsTemplate<object, object> lead, HandlebarsTemplate<object, object> body, HandlebarsTemplate<object, object> second)
{
    public string Lead(IReadOnlyDictionary<string, object?> model) => lead(model);

    public string Body(IReadOnlyDictionary<string, object?> model) => body(model);

    /// <summary>What a post tells in a language that does not lead.</summary>
    public string Second(IReadOnlyDictionary<string, object?> model) => second(model);
}
