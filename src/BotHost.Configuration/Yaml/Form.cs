namespace BotHost.Configuration.Yaml;

/// <summary>The form that a text must have.</summary>
/// <param name="Rule">The finding's rule, for example <c>bad-url</c>.</param>
/// <param name="Noun">What the text is not, if it is not: <c>a time zone</c>.</param>
/// <param name="Example">What to write, after the word "write".</param>
/// <param name="Parse">The value of a trimmed text; null where it has none.</param>
internal sealed record Form<T>(string Rule, string Noun, string Example, Func<string, T?> Parse)
{
    /// <summary>A better guess at what was meant, where there is one.</summary>
    public Func<string, string?>? Guess { get; init; }

    public string RemedyFor(string text) =>
        Guess?.Invoke(text) is { } guess ? $"did you mean '{guess}'?" : $"write {Example}";
}
