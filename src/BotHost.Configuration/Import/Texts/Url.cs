using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Values;

namespace BotHost.Configuration.Import.Texts;

/// <summary>Finds web addresses in a line. They are kept as they are written.</summary>
internal static partial class Url
{
    private const string NeverLast = ".,:;!?'*_~";

    /// <summary>Where each address starts and how long it is.</summary>
    public static ImmutableArray<(int Start, int Length)> In(string plain)
    {
        var found = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (Match match in Address().Matches(plain))
        {
            var length = match.Length;
            while (length > 8 && IsTrailing(match.ValueSpan[..length]))
            {
                length--;
            }

            if (WebAddresses.Parse(match.Value[..length]) is not null)
            {
                found.Add((match.Index, length));
            }
        }

        return found.ToImmutable();
    }

    public static bool Covers(string plain, int index) => In(plain).Any(url => index >= url.Start && index < url.Start + url.Length);

    /// <summary>Whether the piece is one address and nothing else.</summary>
    public static bool IsWhole(Piece piece) =>
        In(piece.Plain) is [var only] && piece.Plain.Remove(only.Start, only.Length).Trim(' ', '<', '>', '.') is "";

    /// <summary>An address that was written without its beginning: <c>www.example.org/x</c>.</summary>
    public static string? WithoutScheme(Piece piece) =>
        Bare().IsMatch(piece.Raw.Trim()) && WebAddresses.Parse("https://" + piece.Raw.Trim()) is not null ? "https://" + piece.Raw.Trim() : null;

    private static bool IsTrailing(ReadOnlySpan<char> url) =>
        NeverLast.Contains(url[^1], StringComparison.Ordinal)
        || (url[^1] == ')' && url.Count(')') > url.Count('('));

    [GeneratedRegex("(?<![A-Za-z0-9])https?://[^\\s<>\"\\\\^`{|}\\[\\]\u2026\u3000-\u303F\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(www\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[a-z]{2,10}(/\S*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();
}
