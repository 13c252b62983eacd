using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace BotHost.Configuration.Values;

/// <summary>Stretches of time in words: <c>90 minutes</c>, <c>1 hour 30 minutes</c>, <c>2 weeks</c>.</summary>
internal static partial class Stretches
{
    /// <summary>More than a year is a mistake, whatever it is meant for.</summary>
    public static readonly Duration Longest = Duration.FromDays(366);

    /// <summary>Null where the text is no stretch of time, or one of more than a year.</summary>
    public static Duration? Parse(string text)
    {
        if (!Whole().IsMatch(text))
        {
            return null;
        }

        var sum = Duration.Zero;
        foreach (Match part in Part().Matches(text))
        {
            var count = int.Parse(part.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            sum += part.Groups["unit"].ValueSpan[0] switch
            {
                'm' => Duration.FromMinutes(count),
                'h' => Duration.FromHours(count),
                'd' => Duration.FromDays(count),
                _ => Duration.FromDays(7 * count),
            };
        }

        return sum <= Longest ? sum : null;
    }

    [GeneratedRegex(@"^(\d{1,5} ?(minutes?|min|hours?|h|days?|weeks?)(( and |, | )(?=\d)|$))+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<count>\d+) ?(?<unit>[a-z]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
