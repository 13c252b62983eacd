using System.Globalization;
using System.Net.Http.Headers;

namespace BotHost.Discord.Rest;

/// <summary>What the headers of a reply say of rate limits. Only relative times are read, so no clocks need to agree.</summary>
internal sealed record RateReport
{
    public static RateReport None { get; } = new();

    public string? Bucket { get; init; }

    public int? Limit { get; init; }

    public int? Remaining { get; init; }

    public TimeSpan? ResetAfter { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public bool Global { get; init; }

    public string? Scope { get; init; }

    /// <summary>Whether the platform itself spoke; a block in front of it sends none of these headers.</summary>
    public bool HasLimits => Bucket is not null || Limit is not null || Remaining is not null || Scope is not null || Global;

    public static RateReport Read(HttpResponseHeaders headers) => new()
    {
        Bucket = Text(headers, "X-RateLimit-Bucket"),
        Limit = Number(headers, "X-RateLimit-Limit"),
        Remaining = Number(headers, "X-RateLimit-Remaining"),
        ResetAfter = Seconds(Text(headers, "X-RateLimit-Reset-After")),
        RetryAfter = Seconds(Text(headers, "Retry-After")),
        Global = string.Equals(Text(headers, "X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase),
        Scope = Text(headers, "X-RateLimit-Scope"),
    };

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static int? Number(HttpResponseHeaders headers, string name) =>
        int.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Waits.FromSeconds(value) : null;
}
